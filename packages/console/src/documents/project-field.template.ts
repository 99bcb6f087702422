import type { Project } from '@portico/contract/projects.ts';
import { nothing, type TemplateResult } from 'lit';
import { choiceField } from '../ui/field.template.ts';
import type { FormController } from '../ui/form-controller.ts';

/** To which piece of work it belongs; only where its client has some. `now`: where it is, which may be archived. */
export function projectField<Draft extends { projectId: string }>(form: FormController<Draft>, projects: readonly Project[] = [], now?: { readonly projectId: string | null; readonly projectName: string | null }): TemplateResult | typeof nothing {
  const isArchived = now?.projectId && !projects.some(({ id }) => id === now.projectId);
  const choices = [{ value: '', label: 'None' }, ...projects.map(({ id, name }) => ({ value: id, label: name })), ...(isArchived ? [{ value: now.projectId, label: `${now.projectName} (archived)` }] : [])];
  return choices.length === 1 ? nothing : choiceField(form as unknown as FormController<{ projectId: string }>, 'projectId', { label: 'Project', choices });
}
