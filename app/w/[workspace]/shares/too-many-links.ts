import { OPEN_SHARES_MAX } from '@/lib/shares/create'

/** Said wherever a link cannot be made for this reason, whatever it would show. */
export const TOO_MANY_LINKS = `This workspace has ${OPEN_SHARES_MAX.toLocaleString('en')} open links. Revoke those that are no longer needed.`
