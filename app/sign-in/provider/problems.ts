import type { ProviderRefusal } from '@/lib/accounts/oidc-callback'

export type ProviderProblem = ProviderRefusal | 'too-many' | 'database'

/** Relative, like every redirect, so that nobody is sent to another host. */
export const toProblem = (problem: ProviderProblem): Response =>
  new Response(null, { status: 303, headers: { location: `/sign-in/provider/${problem}` } })

type Explanation = { readonly status: number; readonly title: string; readonly text: string }

/** What went wrong at `host`, and what to do. */
export const explain = (host: string): Readonly<Record<ProviderProblem, Explanation>> => ({
  away: {
    status: 503,
    title: `${host} does not answer right now`,
    text: 'Try again in a minute, or sign in with your password.',
  },
  refused: {
    status: 403,
    title: `${host} did not sign you in`,
    text: 'It was cancelled there, or you may not use it here. Try again, or ask the person who runs it.',
  },
  expired: {
    status: 400,
    title: 'This sign-in is over',
    text: 'It was used already, took longer than ten minutes, or was begun in another browser or tab. Begin again.',
  },
  failed: {
    status: 502,
    title: `The answer of ${host} cannot be used`,
    text: 'Nothing was changed. Tell the person who runs this server: the log says what did not fit.',
  },
  unverified: {
    status: 403,
    title: `${host} has not verified your address`,
    text: 'An account is made only with an e-mail address that it vouches for. Confirm yours there, and begin again.',
  },
  exists: {
    status: 403,
    title: 'Your address has an account already',
    text: `An address alone opens no account. Sign in with the password, and connect ${host} on the page of your account.`,
  },
  uninvited: {
    status: 403,
    title: 'There is no account for you yet',
    text: 'Accounts are made by invitation. Ask an owner of the workspace to invite the address that you use there.',
  },
  taken: {
    status: 409,
    title: 'This could not be connected',
    text: `Either you are signed in at ${host} as somebody who has an account here, or your account is connected already.`,
  },
  'too-many': {
    status: 429,
    title: 'Too many attempts',
    text: 'Wait a minute and try again.',
  },
  database: {
    status: 503,
    title: 'The database does not answer right now',
    text: 'Nothing is lost. Begin again in a few seconds.',
  },
})
