import { reading } from '@/lib/http/operation'
import { publicJson } from '@/lib/http/respond'
import { route } from '@/lib/http/route'
import { librarySchema } from '@/lib/library/filters'
import { listLibrary } from '@/lib/library/queries'
import { serializeLibrary } from '@/lib/library/serializer'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: reading({
    query: librarySchema,
    handle: async ({ query }) => publicJson(serializeLibrary(await listLibrary(query))),
  }),
})
