export const CERTAINTIES = ['mapped', 'uncertain'] as const

/** How firmly a layer's narrative rests on what is public about the agent. */
export type Certainty = (typeof CERTAINTIES)[number]

export type CertaintyText = { readonly label: string; readonly explanation: string }

export const CERTAINTY_TEXTS: Readonly<Record<Certainty, CertaintyText>> = {
  mapped: {
    label: 'Mapped',
    explanation: 'What is public about the agent settles what this layer looks like.',
  },
  uncertain: {
    label: 'Not certain from the listing',
    explanation: 'What is public leaves this layer open, so the narrative is general and says so.',
  },
}
