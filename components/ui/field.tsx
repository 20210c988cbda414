import type { ComponentProps, ReactNode } from 'react'

const BOX = 'min-h-10 w-full rounded-md border border-line-strong bg-paper px-3 text-sm text-ink'

/** A control under its name. */
export function Field({
  label,
  className = '',
  children,
}: {
  label: string
  className?: string
  children: ReactNode
}) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is what the caller puts inside.
    <label className={`block ${className}`}>
      <span className="mb-1 block text-xs text-ink-soft">{label}</span>
      {children}
    </label>
  )
}

export const TextInput = (props: ComponentProps<'input'>) => (
  <input {...props} className={`${BOX} placeholder:text-ink-faint`} />
)

export const TextArea = ({ className = '', ...rest }: ComponentProps<'textarea'>) => (
  <textarea {...rest} className={`${BOX} block resize-y py-2 ${className}`} />
)

/** Without `any` one of the options is always chosen; with it, none may be. */
export function Select({
  name,
  value,
  any,
  options,
  ...rest
}: {
  name: string
  value: string | undefined
  any?: string
  options: readonly (readonly [value: string, label: string])[]
} & Omit<ComponentProps<'select'>, 'name' | 'value' | 'defaultValue' | 'className'>) {
  return (
    // Browsers move the text of a list in a little; this puts it in line with that of the other boxes.
    <select name={name} defaultValue={value ?? ''} className={`${BOX} pr-8 pl-2`} {...rest}>
      {any !== undefined && <option value="">{any}</option>}
      {options.map(([option, label]) => (
        <option key={option} value={option}>
          {label}
        </option>
      ))}
    </select>
  )
}
