import { beforeAll, describe, expect, test } from 'vitest'
import { saveDraft } from '@/lib/agents/drafts/draft'
import { readAgentFilters } from '@/lib/agents/lists/filters'
import { findAgents } from '@/lib/agents/lists/list'
import { createListed, documentWith } from '@/lib/agents/testing/documents'
import { groundOn } from '@/lib/agents/testing/ground'
import { createTeam, write } from '@/lib/agents/testing/writing'
import { deleteAgent } from '@/lib/agents/trash'
import { type AssessmentDocument, documentSchema } from '@/lib/assessment/document'
import { SERVERS } from '@/lib/db/testing/database'
import { settle } from '@/lib/db/transact'
import { correctSearch, findCorrected } from '@/lib/search/correct'
import { LIBRARY_SCOPE } from '@/lib/search/facets'
import { learnWords, sweepWords } from '@/lib/search/learn'

/** A document that says a word where it is told to, and nowhere else. */
const saying = (said: {
  name?: string
  vendor?: string
  tag?: string
  summary?: string
  description?: string
  narrative?: string
  rationale?: string
}): AssessmentDocument => {
  const document = documentWith({
    name: said.name ?? 'Nameless',
    ...(said.vendor !== undefined && { vendor: said.vendor }),
    ...(said.tag !== undefined && { tags: [said.tag] }),
    ...(said.summary !== undefined && { summary: said.summary }),
  })
  return documentSchema.parse({
    ...document,
    ...(said.description !== undefined && { description: said.description }),
    ...(said.narrative !== undefined && {
      layers: { ...document.layers, L3: { certainty: 'mapped', narrative: said.narrative } },
    }),
    ...(said.rationale !== undefined && {
      factors: { ...document.factors, toolUse: { value: 0, rationale: said.rationale } },
    }),
  })
}

describe.each(SERVERS)('a search, on the %s Postgres', (which) => {
  const ground = groundOn(which)
  beforeAll(async () => {
    await write(ground.team, 'by-narrative', saying({ narrative: 'It runs on Kubernetes in a harbour.' }))
    await write(ground.team, 'by-name', saying({ name: 'Harbour pilot' }))
    await write(ground.team, 'by-tag', saying({ tag: 'harbour' }))
    await write(ground.team, 'by-summary', saying({ summary: 'Of a harbour.' }))
    await write(ground.team, 'by-rationale', saying({ rationale: 'Éclair tools are called at will.' }))
    await write(ground.team, 'by-vendor', saying({ vendor: 'Ünder 日本語 Works' }))
  })

  async function search(q: string, asked: Record<string, string> = {}, by = ground.team) {
    const { filters, refused } = readAgentFilters({ q, ...asked })
    expect(refused).toEqual([])
    const corrected = await correctSearch(by.workspaceId, filters)
    const { agents, count } = await findAgents(await by.as('viewer', 'agent.read'), corrected.asked)
    expect(count).toBe(agents.length)
    return { slugs: agents.map(({ slug }) => slug), corrections: corrected.corrections }
  }

  test('what a word means more for comes first: name, vendor or tag, summary, narrative', async () => {
    expect((await search('harbour')).slugs).toEqual(['by-name', 'by-tag', 'by-summary', 'by-narrative'])
  })

  test('an order that is named counts instead', async () => {
    expect((await search('harbour', { sort: 'name' })).slugs[0]).toBe('by-name')
    expect((await search('harbour', { sort: '-name' })).slugs.at(-1)).toBe('by-name')
  })

  test('a word begins what it finds from three letters on, and shorter ones are meant as they are', async () => {
    expect((await search('harb')).slugs).toHaveLength(4)
    expect((await search('ha')).slugs).toEqual([])
    expect((await search('of harb')).slugs).toEqual(['by-summary'])
  })

  test('all words have to occur, accents and capitals aside', async () => {
    expect((await search('HARBOUR kubernetes')).slugs).toEqual(['by-narrative'])
    expect((await search('harbour pilot kubernetes')).slugs).toEqual([])
    expect((await search('eclair')).slugs).toEqual(['by-rationale'])
    expect((await search('under 日本語')).slugs).toEqual(['by-vendor'])
  })

  test.each([
    ['kubernets', 'kubernetes'],
    ['kubrenetes', 'kubernetes'],
    ['kubernettes', 'kubernetes'],
    ['kubermetes', 'kubernetes'],
    ['ecliar', 'eclair'],
  ])('%s is understood as %s', async (typed, shown) => {
    const { slugs, corrections } = await search(typed)
    expect(corrections).toEqual([{ typed, shown }])
    expect(slugs).toHaveLength(1)
  })

  /** What is found in the end, as the search that finds it, and all that was searched for. */
  async function searchedFor(q: string) {
    const asked: string[] = []
    const find = async (one: { readonly q: string }) => {
      asked.push(one.q)
      return one.q
    }
    const { found } = await findCorrected(ground.team.workspaceId, { q }, find)
    return { found, asked }
  }

  test('what is found is found by what was meant, and nothing is looked for twice', async () => {
    expect(await searchedFor('harbour')).toEqual({ found: 'harbour', asked: ['harbour'] })
    expect(await searchedFor('kubernets')).toEqual({
      found: 'kubernetes',
      asked: ['kubernets', 'kubernetes'],
    })
    expect((await searchedFor('kubernets harbuor')).found).toBe('kubernetes harbour')
  })

  test('what occurs is never corrected, nor what two mistakes stand between', async () => {
    for (const q of ['harbou', 'pilot', 'kubrntes', 'qwertyuiop'])
      expect((await search(q)).corrections, q).toEqual([])
  })

  test.each([
    `' | *`,
    `harbour' | 'pilot`,
    `a & !b`,
    `:*`,
    `\\`,
    `%`,
    `"harbour"`,
    `('`,
    'x'.repeat(200),
    '1234567890',
    '日'.repeat(200),
    '😀',
    '-'.repeat(200),
    'aa '.repeat(66),
    `$1 $$`,
    'İstanbul ß ﬁ',
    '\u0300\u0301',
    "harbour'--",
  ])('%j is a search like any other', async (q) => {
    expect(Array.isArray((await search(q)).slugs)).toBe(true)
  })

  test('filters narrow a search down', async () => {
    expect((await search('harbour', { tag: 'harbour' })).slugs).toEqual(['by-tag'])
    expect((await search('harbour', { draft: 'published' })).slugs).toEqual([])
  })

  test('the words of one workspace are neither found nor proposed anywhere else', async () => {
    const other = await createTeam(ground.opened.db)
    await write(other, 'other', saying({ name: 'Wharf' }))
    for (const q of ['kubernetes', 'kubernets']) {
      expect(await search(q, {}, other)).toEqual({ slugs: [], corrections: [] })
      expect((await correctSearch(LIBRARY_SCOPE, { q })).corrections).toEqual([])
    }
    await createListed(ground.opened.db, other.workspaceId, `listed-${which}`, saying({ name: 'Lighthouse' }))
    expect((await correctSearch(LIBRARY_SCOPE, { q: 'lighthuose' })).asked).toEqual({ q: 'lighthouse' })
    expect((await correctSearch(ground.team.workspaceId, { q: 'lighthuose' })).corrections).toEqual([])
  })

  test('a word that was taken away is proposed no more, and forgotten by the sweep', async () => {
    const agentId = await write(ground.team, 'passing', saying({ name: 'Ephemeral' }))
    expect((await search('ephemerel')).corrections).toHaveLength(1)
    const editor = await ground.team.as('editor', 'agent.write')
    expect((await saveDraft(editor, { agentId, version: 1, document: saying({ name: 'Eternal' }) })).ok).toBe(
      true,
    )
    expect((await search('ephemerel')).corrections).toEqual([])
    expect((await searchedFor('ephemerel')).found).toBe('ephemerel')
    expect((await searchedFor('ephemerel kubernets')).found).toBe('ephemerel kubernetes')
    const known = async () =>
      (await ground.opened.db.searchWord.findMany({ where: { scope: ground.team.workspaceId } })).map(
        ({ word }) => word,
      )
    expect(await known()).toContain('ephemeral')
    await sweepWords()
    expect(await known()).not.toContain('ephemeral')
    expect(await known()).toContain('eternal')
    await deleteAgent(await ground.team.as('owner', 'agent.write'), agentId)
    expect((await search('eternla')).corrections).toEqual([])
  })

  test('many who learn the same words at the same moment all come through', async () => {
    const words = Array.from(
      { length: 300 },
      (_, index) => `word${String.fromCharCode(97 + (index % 26))}${index}x`,
    )
    const orders = Array.from({ length: 8 }, (_, turn) => [
      ...words.slice(turn * 30),
      ...words.slice(0, turn * 30),
    ])
    await Promise.all(orders.map((order) => settle((tx) => learnWords(tx, ground.team.workspaceId, order))))
    const count = await ground.opened.db.searchWord.count({
      where: { scope: ground.team.workspaceId, word: { startsWith: 'word' } },
    })
    expect(count).toBe(words.length)
  })
})
