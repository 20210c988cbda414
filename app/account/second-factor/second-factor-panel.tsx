'use client'

import { type ReactNode, useActionState } from 'react'
import {
  type RenewState,
  renewCodes,
  type SetUpState,
  setUpSecondFactor,
  type TurnOffState,
  turnSecondFactorOff,
} from '@/app/account/second-factor/actions'
import { SetUpForm } from '@/app/account/second-factor/set-up-form'
import { RecoveryCodes } from '@/components/account/recovery-codes'
import { problemOf } from '@/components/forms/form-control'
import { FormField } from '@/components/forms/form-field'
import { ActionForm } from '@/components/ui/action-form'
import { type FormState, UNTOUCHED } from '@/lib/forms/form-state'

const SET_UP: SetUpState = UNTOUCHED
const RENEW: RenewState = UNTOUCHED
const OFF: TurnOffState = UNTOUCHED

/** One place for both states, so that the recovery codes stay in view when turning it on renders the page anew. */
export function SecondFactorPanel({
  isOn,
  hasPassword,
  recoveryCodesLeft,
}: {
  isOn: boolean
  hasPassword: boolean
  recoveryCodesLeft: number
}) {
  const [setUp, dispatchSetUp, settingUp] = useActionState(setUpSecondFactor, SET_UP)
  const [renewed, dispatchRenew, renewing] = useActionState(renewCodes, RENEW)
  const [off, dispatchOff, turningOff] = useActionState(turnSecondFactorOff, OFF)
  if (renewed.recoveryCodes)
    return <RecoveryCodes title="The codes of before are void" codes={renewed.recoveryCodes} />
  if (setUp.recoveryCodes)
    return <RecoveryCodes title="The second factor is on" codes={setUp.recoveryCodes} />
  if (!isOn)
    return (
      <>
        {off.isOff && (
          <p role="status" className="mb-4 text-sm">
            The second factor is off, and every other session has ended.
          </p>
        )}
        {hasPassword ? (
          <SetUpForm state={setUp} dispatch={dispatchSetUp} pending={settingUp} />
        ) : (
          <p className="prose text-sm text-ink-soft">
            You sign in without a password of Fullscore, so that a second factor belongs to where you sign in.
          </p>
        )}
      </>
    )
  return (
    <>
      <p className="prose text-sm text-ink-soft">
        It is on: whoever signs in as you needs your password and a code of your phone. You have{' '}
        {recoveryCodesLeft} recovery {recoveryCodesLeft === 1 ? 'code' : 'codes'} left. For another phone,
        turn it off and set it up again.
      </p>
      <Part id="renew" title="New recovery codes">
        <ActionForm
          dispatch={dispatchRenew}
          pending={renewing}
          submit="Make new codes"
          problem={problemOf(renewed)}
        >
          <ProofFields state={renewed} />
        </ActionForm>
      </Part>
      <Part id="turn-off" title="Turn it off">
        <ActionForm
          dispatch={dispatchOff}
          pending={turningOff}
          submit="Turn off the second factor"
          problem={problemOf(off)}
        >
          <ProofFields state={off} />
        </ActionForm>
      </Part>
    </>
  )
}

const Part = ({ id, title, children }: { id: string; title: string; children: ReactNode }) => (
  <section aria-labelledby={id} className="mt-10">
    <h2 id={id} className="mb-3 text-lg">
      {title}
    </h2>
    {children}
  </section>
)

const ProofFields = ({ state }: { state: FormState }) => (
  <>
    <FormField
      label="Password"
      name="password"
      state={state}
      type="password"
      autoComplete="current-password"
      required
    />
    <FormField
      label="Code"
      name="code"
      state={state}
      autoComplete="one-time-code"
      hint="Six digits of your app, or a recovery code."
      required
    />
  </>
)
