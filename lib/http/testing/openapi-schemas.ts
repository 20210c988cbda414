import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { OpenapiDocument, Schema } from '@/lib/reference/openapi-document'

/** Whether a value is what a schema of the document says; lengths are counted in code points and patterns read as Unicode. */
export function validatorOf(document: OpenapiDocument): (schema: Schema) => ValidateFunction {
  const ajv = new Ajv2020({ strict: false, allErrors: false, validateFormats: true })
  addFormats(ajv)
  // Opaque: nobody but the server can tell one from another text.
  ajv.addFormat('cursor', true)
  ajv.addSchema({ $id: DOCUMENT, components: document.components })
  const known = new Map<string, ValidateFunction>()
  return (schema) => {
    const text = JSON.stringify(schema)
    const found =
      known.get(text) ??
      ajv.compile(JSON.parse(text.replaceAll('"#/components/', `"${DOCUMENT}#/components/`)))
    known.set(text, found)
    return found
  }
}

const DOCUMENT = 'urn:fullscore:openapi'
