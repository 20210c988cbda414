import { z } from 'zod'
import { isoDay } from '@/lib/report/dates'

const DAY_MS = 24 * 3_600_000
export const SINCE_DAYS = [7, 30, 90] as const
export const SINCE_DAYS_DEFAULT = 30

/** The start of the day in UTC that was so many days ago. */
export const daysBefore = (now: Date, days: number): Date => new Date(Date.parse(isoDay(now)) - days * DAY_MS)

const SENTENCE = 'Choose a day between 2000-01-01 and today, such as 2026-10-01.'

/** From when on a dashboard compares: the start of a day in UTC. */
export const sinceSchema = (now: Date) =>
  z.iso
    .date(SENTENCE)
    .refine((text) => text >= '2000-01-01' && text <= isoDay(now), SENTENCE)
    .transform((text) => new Date(text))
    .optional()
