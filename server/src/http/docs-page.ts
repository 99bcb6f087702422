import type { OpenAPIHono } from '@hono/zod-openapi';
import { errorStatus } from '@portico/contract/errors.ts';
import { html, render, type SafeHtml } from '../domain/html.ts';
import type { AppEnv } from './env.ts';

interface Field {
  readonly name: string;
  readonly kind: string;
  readonly required: boolean;
  readonly description: string;
}

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
}

interface Operation {
  readonly summary?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean; readonly schema?: Schema }[];
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> };
  readonly responses?: Readonly<Record<string, { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> }>>;
}

interface Document {
  readonly paths?: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> };
}

/** The OpenAPI document as a page to read: no script, no request to anybody. */
export function docsPage(app: OpenAPIHono<AppEnv>): string {
  const document = app.getOpenAPI31Document({ openapi: '3.1.0', info: { title: 'Portico', version: '1' } }) as unknown as Document;
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method, operation })));
  const groups = Map.groupBy(operations, ({ operation }) => operation.tags?.[0] ?? 'other');
  const schemas = Object.entries(document.components?.schemas ?? {}).sort(([a], [b]) => a.localeCompare(b));
  return render(html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Portico API</title><link rel="stylesheet" href="/docs.css"></head>
<body><header><h1>Portico API</h1><p class="quiet">Made from the declared routes. For machines: <a href="/v1/openapi.json">openapi.json</a>.</p></header>
<nav aria-label="Groups"><ul>${[...groups.keys()].map((name) => html`<li><a href="#${anchor(name)}">${name}</a></li>`)}<li><a href="#errors">errors</a></li><li><a href="#schemas">schemas</a></li></ul></nav>
<main>${[...groups].map(([name, list]) => html`<section><h2 id="${anchor(name)}">${name}</h2>${list.map(operationHtml)}</section>`)}
<section><h2 id="errors">Errors</h2><p>Every refusal is <code>application/problem+json</code> (RFC 9457) with one of these codes.</p><table><thead><tr><th>Code</th><th>Status</th></tr></thead><tbody>${Object.entries(errorStatus).map(([code, status]) => html`<tr id="${code}"><td><code>${code}</code></td><td>${String(status)}</td></tr>`)}</tbody></table></section>
<section><h2 id="schemas">Schemas</h2>${schemas.map(([name, schema]) => html`<article id="schema-${name}"><h3>${name}</h3>${fieldsHtml(fieldsOf(schema))}</article>`)}</section>
</main></body></html>`);
}

const anchor = (name: string): string => name.replaceAll(/[^a-z]+/g, '-');

function operationHtml({ path, method, operation }: { path: string; method: string; operation: Operation }): SafeHtml {
  const parameters: Field[] = (operation.parameters ?? []).map((one) => ({ name: one.name, kind: `${kindOf(one.schema)}, in ${one.in}`, required: one.required === true, description: one.schema?.description ?? '' }));
  const body = operation.requestBody?.content?.['application/json']?.schema;
  const answer = Object.entries(operation.responses ?? {}).find(([status]) => status !== 'default');
  const answerSchema = Object.entries(answer?.[1].content ?? {})[0];
  return html`<article><h3><span>${method.toUpperCase()}</span>${path}</h3><p>${operation.summary ?? ''}. <span class="quiet">${operation.description ?? ''}</span></p>
${parameters.length > 0 || body ? html`<details><summary>Takes</summary>${fieldsHtml([...parameters, ...fieldsOf(body)])}</details>` : ''}
<p class="quiet">Answers ${answer?.[0] ?? ''}: ${answerSchema?.[0] === 'application/json' ? kindHtml(answerSchema[1].schema) : answerSchema?.[0] ?? ''}</p></article>`;
}

function fieldsHtml(fields: readonly Field[]): SafeHtml | string {
  if (fields.length === 0) return '';
  return html`<table><tbody>${fields.map((field) => html`<tr><td><code>${field.name}</code>${field.required ? '' : ' (optional)'}</td><td>${field.kind}</td><td>${field.description}</td></tr>`)}</tbody></table>`;
}

function fieldsOf(schema: Schema | undefined): Field[] {
  if (!schema) return [];
  if (schema.$ref) return [{ name: 'body', kind: kindOf(schema), required: true, description: '' }];
  return Object.entries(schema.properties ?? {}).map(([name, one]) => ({ name, kind: kindOf(one), required: schema.required?.includes(name) === true, description: one.description ?? '' }));
}

const nameOf = (schema: Schema): string => schema.$ref?.split('/').at(-1) ?? '';

function kindHtml(schema: Schema | undefined): SafeHtml | string {
  if (schema?.$ref) return html`<a href="#schema-${nameOf(schema)}">${nameOf(schema)}</a>`;
  return kindOf(schema);
}

function kindOf(schema: Schema | undefined): string {
  if (!schema) return '';
  if (schema.$ref) return nameOf(schema);
  if (schema.enum) return schema.enum.join(' | ');
  if (schema.anyOf) return schema.anyOf.map(kindOf).join(' | ');
  if (schema.type === 'array') return `list of ${kindOf(schema.items)}`;
  const limits = [schema.minimum === undefined ? '' : `from ${schema.minimum}`, schema.maximum === undefined ? '' : `to ${schema.maximum}`, schema.maxLength === undefined ? '' : `up to ${schema.maxLength} characters`].filter(Boolean).join(' ');
  return [Array.isArray(schema.type) ? schema.type.join(' | ') : (schema.type as string | undefined) ?? 'object', schema.format ?? '', limits].filter(Boolean).join(' ');
}
