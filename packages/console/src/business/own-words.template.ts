import { usualWords } from '@portico/contract/usual-words.ts';
import { renamableWords, wordLanguages, type RenamableWord, type WordKey, type WordLanguage } from '@portico/contract/words.ts';
import { html, nothing, type TemplateResult } from 'lit';

export interface OwnWords {
  readonly words: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
  /** The business's own: its words have plain keys. */
  readonly ownLanguage: string;
  /** The language whose words are shown. */
  readonly shown: string;
  onShow(language: WordLanguage): void;
  onWords(words: Readonly<Record<string, string>>): void;
}

const labels: Readonly<Record<RenamableWord, string>> = {
  booking: 'One booking', bookings: 'Several bookings', service: 'A service', provider: 'With whom', bookAction: 'On the button', portal: 'The portal',
};

/** What the owner calls things, in each language that clients read. */
export function ownWords(view: OwnWords): TemplateResult {
  const languages = Object.entries(wordLanguages) as [WordLanguage, string][];
  return html`<div class="group"><h3>Your words</h3>
    <fieldset class="field segments"><legend>For pages and letters in</legend>
      <div class="segment-row">${languages.map(([language, name]) => html`<label class="segment">
        <input type="radio" name="words-language" value=${language} .checked=${language === view.shown} @change=${() => view.onShow(language)}><span lang=${language}>${name}</span></label>`)}</div>
      <p class="hint">They are put into sentences as they are: write them as the examples are.</p></fieldset>
    <div class="word-grid">${(Object.keys(renamableWords) as RenamableWord[]).map((word) => field(view, word))}</div></div>`;
}

function field(view: OwnWords, word: RenamableWord): TemplateResult {
  const { words, shown, ownLanguage } = view;
  const key: WordKey = shown === ownLanguage ? word : `${word}.${shown as WordLanguage}`;
  const error = view.errors[`words.${key}`];
  const change = (event: Event): void => {
    const { [key]: _, ...others } = words;
    const typed = (event.target as HTMLInputElement).value;
    view.onWords(typed === '' ? others : { ...others, [key]: typed });
  };
  return html`<div class="field"><label for="word-${word}">${labels[word]}</label><input id="word-${word}" maxlength="40" lang=${shown} dir="auto" placeholder=${usualWords[shown as WordLanguage][word]}
    .value=${words[key] ?? ''} aria-invalid=${error ? 'true' : nothing} @input=${change}>${error ? html`<p class="error">${error}</p>` : nothing}</div>`;
}
