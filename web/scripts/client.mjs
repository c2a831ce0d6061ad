// Makes src/lib/api.gen.ts from openapi.json: a type for each answer, and a function for each question.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const at = (file) => fileURLToPath(new URL(file, import.meta.url));
const api = JSON.parse(readFileSync(at('../openapi.json'), 'utf8'));
const pascal = (name) => name.replace(/(^|-)(\w)/g, (_, __, c) => c.toUpperCase());
const camel = (name) => pascal(name).replace(/^\w/, (c) => c.toLowerCase());
const key = (name) => (/^[A-Za-z_]\w*$/.test(name) ? name : `'${name}'`);

function typeOf(schema) {
  if (schema.$ref) return pascal(schema.$ref.split('/').pop());
  const types = [].concat(schema.type ?? []);
  if (types.length > 1) return types.map((t) => typeOf({ ...schema, type: t })).join(' | ');
  switch (types[0]) {
    case 'object': {
      const required = new Set(schema.required ?? []);
      const members = Object.entries(schema.properties ?? {}).map(
        ([n, s]) => `${key(n)}${required.has(n) ? '' : '?'}: ${typeOf(s)}`,
      );
      return members.length ? `{ ${members.join('; ')} }` : 'Record<string, unknown>';
    }
    // Lists that were empty in all samples are lists of sentences.
    case 'array': return `(${schema.items?.type || schema.items?.$ref ? typeOf(schema.items) : 'string'})[]`;
    case 'integer': case 'number': return 'number';
    case 'boolean': return 'boolean';
    case 'string': return 'string';
    default: return 'unknown';
  }
}

const out = [
  '// Made from openapi.json by scripts/client.mjs: not edited by hand.',
  "import { ask, take, type Options } from './http';",
  '',
];
for (const [name, schema] of Object.entries(api.components.schemas))
  out.push(`export type ${pascal(name)} = ${typeOf(schema)};`, '');
for (const [path, operations] of Object.entries(api.paths)) {
  const get = operations.get, post = operations.post;
  // What is answered while one waits needs no job here.
  if (path.includes('{') || (path.startsWith('/api/jobs/') && api.paths[path.replace('/jobs', '')])) continue;
  const operation = path.startsWith('/api/jobs/') ? post : get ?? post;
  const ok = operation.responses['200'] ?? operation.responses['202'];
  const content = Object.values(ok.content)[0];
  if (Object.keys(ok.content)[0].startsWith('image/')) continue;
  const answer = content.schema.$ref ? typeOf(content.schema) : 'unknown';
  const inputs = operation.requestBody
    ? Object.entries(operation.requestBody.content['application/json'].schema.properties).map(([n, s]) => [
        n, s, (operation.requestBody.content['application/json'].schema.required ?? []).includes(n)])
    : (operation.parameters ?? []).map((p) => [p.name, p.schema, p.required]);
  const type = inputs.length
    ? `{ ${inputs.map(([n, s, r]) => `${key(n)}${r ? '' : '?'}: ${typeOf(s)}`).join('; ')} }`
    : 'Record<string, never>';
  const name = camel(operation.operationId.replace(/-by-body$/, ''));
  const isJob = path.startsWith('/api/jobs/');
  out.push(
    `/** ${operation.summary[0].toUpperCase()}${operation.summary.slice(1)}. */`,
    `export const ${name} = (q: ${type}${inputs.some(([, , r]) => r) ? '' : ' = {}'}, o?: Options): Promise<${answer}> =>`,
    `  ${isJob ? 'take' : 'ask'}('${path}', q, o${get ? '' : isJob ? '' : ", 'POST'"});`, '');
}
writeFileSync(at('../src/lib/api.gen.ts'), out.join('\n'));
