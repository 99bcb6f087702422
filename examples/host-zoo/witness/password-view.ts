import { allOf } from './find-parts.ts';

/** What a password manager wants and does not find: it reads the document, not into shadow roots. */
export function passwordComplaints(): string[] {
  const tags = allOf('portal-login');
  if (tags.length === 0) return ['no portal-login'];
  const found: string[] = [];
  const forms = [...document.querySelectorAll<HTMLFormElement>('form[data-portal-form]')];
  if (forms.length !== tags.length) found.push(`${forms.length} forms in the document for ${tags.length} elements`);
  for (const form of forms) {
    const inputs = [...form.elements].filter((field): field is HTMLInputElement => field instanceof HTMLInputElement);
    const seen = inputs.map(({ name, type, autocomplete }) => `${name}/${type}/${autocomplete}`);
    if (seen.join(' ') !== 'email/email/username password/password/current-password') found.push(`fields: ${seen.join(' ')}`);
    for (const input of inputs) {
      if (input.form !== form) found.push(`${input.name} belongs to another form`);
      if (input.labels?.length !== 1) found.push(`${input.name} has no label`);
      const { width, height } = input.getBoundingClientRect();
      if (width < 100 || height < 24) found.push(`${input.name} is ${width.toFixed(0)} × ${height.toFixed(0)} px`);
      if (document.querySelectorAll(`[id="${input.id}"]`).length !== 1) found.push(`the id ${input.id} is not its own`);
    }
    if (!form.querySelector('button[type="submit"]')) found.push('no submit button');
  }
  return found;
}
