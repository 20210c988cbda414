/** What Postgres calls the columns that are written as a whole row. */
export type ColumnType =
  | 'uuid'
  | 'text'
  | 'int'
  | 'smallint'
  | 'timestamptz'
  | 'jsonb'
  | 'tsvector'
  | 'text[]'
  | 'smallint[]'

/** For `jsonb` the value is its text. */
export type ColumnValue = string | number | Date | null | readonly string[] | readonly number[]

export type Column = { readonly type: ColumnType; readonly value: ColumnValue }

/** A row by the names of its columns, whichever way it is written: one alone, or many at once. */
export type Row = Readonly<Record<string, Column>>

export const column = (type: ColumnType, value: ColumnValue): Column => ({ type, value })
