/** What a pipeline learns from a command besides its output. */
export const EXIT = { fine: 0, no: 1, unusable: 2, server: 3 } as const

export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

export const EXIT_TEXTS: Readonly<Record<ExitCode, string>> = {
  0: 'fine',
  1: 'the answer is no: the score is above --max, or a document is not valid',
  2: 'the command could not be used as given: an unknown flag, a missing file',
  3: 'the server could not be reached, or refused; its sentence is printed',
}
