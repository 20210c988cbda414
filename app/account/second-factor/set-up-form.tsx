import type { SetUpState } from '@/app/account/second-factor/actions'
import { QrCode } from '@/components/account/qr-code'
import { problemOf } from '@/components/forms/form-control'
import { FormField } from '@/components/forms/form-field'
import { ActionForm } from '@/components/ui/action-form'

type Step = { state: SetUpState; dispatch: (form: FormData) => void; pending: boolean }

/** First the password, then a code that shows that the app has the key. */
export function SetUpForm({ state, dispatch, pending }: Step) {
  if (state.key) return <KeyForm state={state} dispatch={dispatch} pending={pending} shown={state.key} />
  return (
    <>
      <p className="prose mb-4 text-sm text-ink-soft">
        It is off. With it, signing in takes your password and six digits that an authenticator app on your
        phone shows, so that a stolen password opens nothing.
      </p>
      <ActionForm
        key="password"
        dispatch={dispatch}
        pending={pending}
        submit="Set up"
        problem={problemOf(state)}
      >
        <FormField
          label="Password"
          name="password"
          state={state}
          type="password"
          autoComplete="current-password"
          required
        />
      </ActionForm>
    </>
  )
}

function KeyForm({
  state,
  dispatch,
  pending,
  shown: { secret, address, qrCode },
}: Step & { shown: NonNullable<SetUpState['key']> }) {
  return (
    <>
      <p className="prose mb-4 text-sm text-ink-soft">
        Scan this with your authenticator app, or type the key into it. Then type the six digits that it
        shows.
      </p>
      <div className="mb-6 flex flex-wrap items-start gap-6">
        <QrCode {...qrCode} label="QR code of the key" />
        <div className="min-w-0 text-sm">
          <dl>
            <dt className="text-xs text-ink-soft">Key</dt>
            <dd className="figures mt-1 max-w-56">{secret.replace(/.{4}(?=.)/g, '$& ')}</dd>
          </dl>
          <p className="mt-3">
            <a href={address}>Open the app on this device</a>
          </p>
        </div>
      </div>
      <ActionForm
        key="code"
        dispatch={dispatch}
        pending={pending}
        submit="Turn on"
        problem={problemOf(state)}
      >
        <input type="hidden" name="secret" value={secret} />
        <FormField
          label="Code"
          name="code"
          state={state}
          autoComplete="one-time-code"
          inputMode="numeric"
          required
        />
      </ActionForm>
    </>
  )
}
