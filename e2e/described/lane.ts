import {
  type Described,
  documentSchema,
  type OpenapiDocument,
  operationsOf,
} from '../../lib/reference/openapi-document'
import { type Case, encode, isRefused } from './cases'

export type Answer = {
  readonly status: number
  readonly type: string | null
  readonly headers: Headers
  readonly text: string
}

/** Somewhat below what a token may write in a minute. */
const WRITES_EACH = 270

/**
 * Sends one request after another with things of its own, so that what one lane changes no other waits for. Its tokens
 * take turns: each is asked for less than it may write in a minute.
 */
export class Lane {
  #writes = 0
  #serial = 0
  #agent = ''
  #share = ''
  readonly #operations: ReadonlyMap<string, Described>

  constructor(
    readonly baseURL: string,
    readonly tokens: readonly string[],
    readonly address: string,
    document: OpenapiDocument,
  ) {
    this.#operations = new Map(operationsOf(document).map((one) => [one.id, one]))
  }

  static async readDocument(baseURL: string): Promise<OpenapiDocument> {
    return documentSchema.parse(await (await fetch(`${baseURL}/api/v1/openapi.json`)).json())
  }

  /** Sends a case; what a request uses up is made anew before the next. */
  async send(one: Case): Promise<Answer> {
    const { id } = one.operation
    if (this.#agent === '') await this.#begin()
    if (this.#share === '') this.#share = await this.#make('createShare')
    if (id === 'publishAgent' && !isRefused(one)) await this.#save()
    const answer = await this.#request(one)
    if (answer.status === 204) {
      this.#share = ''
      if (id === 'deleteAgent') this.#agent = ''
    }
    return answer
  }

  /** What the requests of this lane are about: an agent that is published. */
  async #begin(): Promise<void> {
    this.#agent = await this.#make('createAgent')
    await this.#save()
    await this.#plain('publishAgent')
  }

  async #save(): Promise<void> {
    this.#serial += 1
    const { body } = this.#named('saveAgent')
    await this.#plain('saveAgent', { ...Object(body?.example), vendor: `Vendor ${this.#serial}` })
  }

  async #make(id: string): Promise<string> {
    return JSON.parse((await this.#plain(id)).text).id
  }

  async #plain(id: string, body?: unknown): Promise<Answer> {
    const operation = this.#named(id)
    const answer = await this.#request({
      operation,
      what: 'plain',
      expected: 'taken',
      path: {},
      query: '',
      headers: {},
      body: operation.body && JSON.stringify(body ?? operation.body.example),
    })
    if (answer.status >= 300) throw new Error(`${id}: ${answer.status} ${answer.text}`)
    return answer
  }

  #named(id: string): Described {
    const operation = this.#operations.get(id)
    if (!operation) throw new Error(`the document has no operation ${id}`)
    return operation
  }

  async #request({
    operation,
    method = operation.method,
    path,
    query,
    headers,
    body,
  }: Case): Promise<Answer> {
    const { parameters, isOpen } = operation
    const address = operation.path.replace(/([^/]+)\/\{(\w+)\}/g, (_, place: string, name: string) => {
      const here = { agents: this.#agent, shares: this.#share }[place]
      const example = parameters.find((one) => one.in === 'path' && one.name === name)?.example
      return `${place}/${encode(path[name] ?? here ?? String(example))}`
    })
    const required = parameters.filter((one) => one.in === 'header' && one.required)
    if (method !== 'GET') this.#writes += 1
    const token = this.tokens[Math.floor(this.#writes / WRITES_EACH) % this.tokens.length]
    const response = await fetch(`${this.baseURL}${address}${query && `?${query}`}`, {
      method,
      redirect: 'manual',
      headers: withoutEmpty({
        'x-forwarded-for': this.address,
        ...(!isOpen && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...Object.fromEntries(required.map(({ name }) => [name, '*'])),
        ...headers,
      }),
      ...(body !== undefined && { body }),
    })
    const text = await response.text()
    return {
      status: response.status,
      type: response.headers.get('content-type'),
      headers: response.headers,
      text,
    }
  }
}

const withoutEmpty = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== ''))
