import { ChangeStaffInput, InviteStaffInput, StaffList, StaffMember } from '@portico/contract/auth.ts';
import { Id } from '@portico/contract/primitives.ts';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { route, writeRoute, type DeclaredRoute } from '../http/route.ts';
import { changeStaff } from './change-staff.ts';
import { inviteStaff } from './invite-staff.ts';
import { removeStaff } from './remove-staff.ts';
import { listStaff } from './staff-view.ts';

const ById = z.strictObject({ id: Id });

export const staffRoutes = (deps: Deps): readonly DeclaredRoute[] => [
  route({ method: 'get', path: '/v1/console/staff', access: 'member', summary: 'Who works here', output: StaffList }, ({ scope }) => deps.store.read((db) => listStaff(db, scope))),
  writeRoute({ method: 'post', path: '/v1/console/staff', access: 'owner', summary: 'Invite somebody to work here', body: InviteStaffInput, output: StaffMember, status: 201, idempotent: true }, ({ scope, body }, tx) => inviteStaff(deps, tx, scope, body)),
  writeRoute({ method: 'patch', path: '/v1/console/staff/{id}', access: 'owner', summary: 'Change a role', params: ById, body: ChangeStaffInput, output: StaffMember }, ({ scope, params, body }, tx) => changeStaff(deps, tx, scope, params.id, body)),
  writeRoute({ method: 'post', path: '/v1/console/staff/{id}/remove', access: 'owner', summary: 'Let somebody go', params: ById, output: StaffMember }, ({ scope, params }, tx) => removeStaff(deps, tx, scope, params.id)),
];
