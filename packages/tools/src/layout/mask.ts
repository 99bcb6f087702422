export interface Masked {
  /** The source without comments. */
  readonly code: string;
  /** The source without comments and without what stands inside strings, templates and regular expressions. */
  readonly bare: string;
}

type Mode = 'code' | 'template';
const opensRegex = /(^|[(,=:[!&|?{};+\-*%~^<>\n]|\b(return|typeof|case|of|in|do|else|await|yield|void|delete))\s*$/;
const token = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|[`{}/]/g;
const regex = /\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*/y;
const templateText = /(?:\\[\s\S]|\$(?!\{)|[^`$\\])*/y;

/** Blanks out what is not code and keeps every offset and line, so that a rule may search with a plain pattern. */
export function mask(source: string): Masked {
  const code = source.split('');
  const bare = source.split('');
  const blank = (target: string[], from: number, to: number): void => {
    for (let at = from; at < to; at += 1) if (target[at] !== '\n') target[at] = ' ';
  };
  const modes: Mode[] = ['code'];
  let at = 0;

  const readTemplate = (from: number): number => {
    templateText.lastIndex = from;
    const end = from + (templateText.exec(source)?.[0].length ?? 0);
    blank(bare, from, end);
    if (source[end] !== '$') return end + 1;
    modes.push('template');
    return end + 2;
  };

  while (at < source.length) {
    token.lastIndex = at;
    const found = token.exec(source);
    if (!found) break;
    const [text] = found;
    const start = found.index;
    at = start + text.length;
    if (text.startsWith('//') || text.startsWith('/*')) {
      blank(code, start, at);
      blank(bare, start, at);
    } else if (text === '`') {
      at = readTemplate(at);
    } else if (text === '{') {
      modes.push('code');
    } else if (text === '}') {
      if (modes.pop() === 'template') at = readTemplate(at);
    } else if (text === '/') {
      regex.lastIndex = start;
      const literal = opensRegex.test(bare.slice(Math.max(0, start - 40), start).join('')) ? regex.exec(source) : null;
      if (literal) at = start + literal[0].length;
      if (literal) blank(bare, start, at);
    } else {
      blank(bare, start + 1, at - 1);
    }
  }
  return { code: code.join(''), bare: bare.join('') };
}
