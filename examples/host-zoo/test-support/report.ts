import { mkdirSync, writeFileSync } from 'node:fs';
import { assertions, type Assertion, type Visited } from './findings.ts';

const columns = Object.entries(assertions) as readonly (readonly [Assertion, string])[];
const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const style = `
  body { margin: 2rem; font: 15px/1.5 system-ui, sans-serif; color: #1d1d1f; background: #fff; }
  table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
  th, td { padding: .25rem .5rem; border-bottom: 1px solid #ddd; text-align: left; vertical-align: bottom; }
  thead th { font-weight: 600; }
  td { text-align: center; } td.time { text-align: right; color: #666; }
  .bad { background: #c62828; color: #fff; font-weight: 600; } .good { color: #1b7f3b; } .none { color: #aaa; }
  section { margin-top: 3rem; } section ul { color: #c62828; }
  .shots { display: flex; gap: 1rem; align-items: flex-start; overflow-x: auto; } .shots img { width: 22rem; border: 1px solid #ccc; }
`;

/** The zoo's table, with a picture of each page, for people; and the same as JSON. */
export function writeZooReport(folder: string, visits: readonly Visited[], notes: readonly string[]): void {
  mkdirSync(folder, { recursive: true });
  const rows = visits.map(({ findings, ...visited }) => ({ ...visited, findings: Object.fromEntries(findings) }));
  writeFileSync(`${folder}zoo.json`, `${JSON.stringify({ assertions, notes, visits: rows }, null, 2)}\n`);
  writeFileSync(`${folder}index.html`, `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>The host zoo</title><style>${style}</style>
<h1>The host zoo</h1>
<p>${visits.length} visits, ${visits.flatMap(({ findings }) => [...findings.keys()]).length} assertions. A dot: not asked there.</p>
${notes.map((note) => `<p>${escape(note)}</p>`).join('\n')}
<table><thead><tr><th>Page<th>Browser${columns.map(([name, sentence]) => `<th title="${escape(sentence)}">${name}`).join('')}<th>ms</thead>
<tbody>${visits.map(row).join('\n')}</tbody></table>
<dl>${columns.map(([name, sentence]) => `<dt>${name}<dd>${escape(sentence)}`).join('')}</dl>
${visits.map(section).join('\n')}
`);
}

function row({ page, title, browser, findings, milliseconds }: Visited): string {
  const cells = columns.map(([name]) => {
    const lines = findings.get(name);
    if (!lines) return '<td class="none">·';
    return lines.length === 0 ? '<td class="good">✓' : `<td class="bad" title="${escape(lines.join('\n'))}">${lines.length}`;
  });
  return `<tr><th><a href="#${page}-${browser}">${escape(title)}</a><td>${browser}${cells.join('')}<td class="time">${milliseconds.toFixed(0)}`;
}

function section({ page, title, browser, findings, shots }: Visited): string {
  const lines = [...findings].flatMap(([name, found]) => found.map((line) => `<li>${name}: ${escape(line)}`));
  return `<section id="${page}-${browser}"><h2>${escape(title)}, ${browser}</h2><ul>${lines.join('')}</ul>
<div class="shots">${shots.map((shot) => `<a href="${shot}"><img loading="lazy" src="${shot}" alt="${escape(`${title}: ${shot}`)}"></a>`).join('')}</div></section>`;
}
