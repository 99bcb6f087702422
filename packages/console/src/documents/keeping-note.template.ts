import type { DocumentKeeping } from '@portico/contract/documents/document.ts';
import { html, nothing, type TemplateResult } from 'lit';

const nearlyFull = 0.9;

/** Said only when it matters: files wait to be checked, or the room runs out. */
export function keepingNote(kept: DocumentKeeping | undefined): TemplateResult | typeof nothing {
  if (!kept) return nothing;
  const { waiting, usedBytes, quotaBytes } = kept;
  const notes = [
    ...(waiting > 0 ? [waiting === 1 ? 'One file waits to be checked; until then nobody can open it.' : `${waiting} files wait to be checked; until then nobody can open them.`] : []),
    ...(usedBytes > quotaBytes * nearlyFull ? ['There is hardly any room left for files.'] : []),
  ];
  return notes.length > 0 ? html`<p class="note keeping-note">${notes.join(' ')}</p>` : nothing;
}

/** Plainly, where nobody looks for viruses. */
export const scannerNote = (kept: DocumentKeeping | undefined): TemplateResult | typeof nothing =>
  (kept?.scanner === 'none' ? html`<p class="meta scanner-note">Files are not checked for viruses here. Whoever runs this server can switch that on.</p>` : nothing);
