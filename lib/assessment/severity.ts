import { z } from 'zod'
import { SEVERITY_IDS } from '@/lib/aivss/severity'

/** A severity, wherever one is read. */
export const severitySchema = z.enum(SEVERITY_IDS)
