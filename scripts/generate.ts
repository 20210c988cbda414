import { writeFileSync } from 'node:fs'
import { GENERATED_FILES } from '@/scripts/generated-files'

for (const { path, content } of GENERATED_FILES) {
  writeFileSync(path, content)
  console.log(path)
}
