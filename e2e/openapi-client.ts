import type { APIRequestContext, APIResponse } from '@playwright/test'
import { type Described, documentSchema, operationsOf } from '../lib/reference/openapi-document'

type Given = {
  /** Parameters by their names, wherever the document puts them. */
  readonly parameters?: Readonly<Record<string, string | number>>
  /** The example of the document unless told. */
  readonly body?: unknown
}

/** A client that knows nothing but what the OpenAPI document says. */
export class OpenapiClient {
  private constructor(
    private readonly http: APIRequestContext,
    private readonly token: string,
    private readonly server: string,
    private readonly operations: readonly Described[],
  ) {}

  static async read(http: APIRequestContext, url: string, token: string): Promise<OpenapiClient> {
    const document = documentSchema.parse(await (await http.get(url)).json())
    return new OpenapiClient(http, token, document.servers[0]?.url ?? '', operationsOf(document))
  }

  /** Any answer that the document names; one that it does not name throws. */
  async call(id: string, { parameters = {}, body }: Given = {}): Promise<APIResponse> {
    const operation = this.operations.find((one) => one.id === id)
    if (!operation) throw new Error(`there is no operation ${id}`)
    const given = (place: string) =>
      Object.fromEntries(
        operation.parameters
          .filter((one) => one.in === place && parameters[one.name] !== undefined)
          .map(({ name }) => [name, String(parameters[name])]),
      )
    const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) =>
      encodeURIComponent(given('path')[name] ?? ''),
    )
    const response = await this.http.fetch(`${this.server}${path}`, {
      method: operation.method,
      params: given('query'),
      headers: { ...given('header'), ...(!operation.isOpen && { authorization: `Bearer ${this.token}` }) },
      ...(operation.body && { data: body ?? operation.body.example }),
      maxRedirects: 0,
    })
    if (!(String(response.status()) in operation.responses))
      throw new Error(`${id} answered ${response.status()}, which is not described: ${await response.text()}`)
    return response
  }

  /** What a `Location` leads to. */
  follow(response: APIResponse): Promise<APIResponse> {
    return this.http.get(new URL(response.headers()['location'] ?? '', response.url()).href, {
      headers: { authorization: `Bearer ${this.token}` },
    })
  }
}
