import type { Project } from '@portico/contract/projects.ts';
import { fakeId, fakeNow } from './fake-business.ts';
import type { FakeRoutes } from './fake-routes.ts';

/** One client has a project; more can be added. */
export function projectRoutes(clientId: string, renamed: (id: string, name: string) => void): FakeRoutes {
  const all: Project[] = [{ id: fakeId('project', 1), clientId, name: 'Back to running', archived: false, createdAt: fakeNow }];
  return {
    'GET projects': ({ query }) => ({ items: all.filter((one) => one.clientId === query.get('client') && String(one.archived) === (query.get('archived') ?? 'false')), nextCursor: null }),
    'POST projects': ({ body }) => {
      const made = { id: fakeId('project', all.length + 1), clientId: String(body['clientId']), name: String(body['name']), archived: false, createdAt: fakeNow };
      all.unshift(made);
      return made;
    },
    'PATCH projects/*': ({ params: [id], body }) => {
      const one = all.find((each) => each.id === id)!;
      Object.assign(one, body);
      renamed(one.id, one.name);
      return one;
    },
  };
}
