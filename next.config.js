/** What carries a secret in its address tells it to nobody, not even in a Referer. */
const SECRET_PATHS = ['/setup', '/reset', '/sign-up/:path*', '/invite/:code*']

/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ['pg', '@node-rs/argon2', 'pdfkit', 'fontkit', '@resvg/resvg-wasm'],
  // Next would fetch any picture of ours, also one below a link, and hand its copy on for hours after the link was revoked.
  images: { unoptimized: true },
  // Counted in lib/server, for each address by itself; this only has to let the largest through.
  experimental: { serverActions: { bodySizeLimit: '11mb' } },
  headers: async () =>
    SECRET_PATHS.map((source) => ({ source, headers: [{ key: 'Referrer-Policy', value: 'no-referrer' }] })),
}
