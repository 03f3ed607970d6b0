import { type Payload, project } from './payloads';

const times = {
  created_at: '2026-03-02T08:00:00Z',
  updated_at: '2026-03-02T09:00:00Z',
};

/** Ann as a member of a project, as system hooks report it. */
export function projectMember(event: string, fields: Payload = {}) {
  return {
    ...times,
    event_name: event,
    access_level: 'Maintainer',
    project_id: 30,
    project_name: 'Ledger',
    project_path: 'ledger',
    project_path_with_namespace: 'bank/ledger',
    user_email: 'ann@bank.example',
    user_name: 'Ann Teller',
    user_username: 'ann',
    user_id: 1,
    project_visibility: 'private',
    ...fields,
  };
}

/** Ann as a member of a group, as group hooks report it. */
export function groupMember(event: string, fields: Payload = {}) {
  return {
    ...times,
    group_name: 'Bank',
    group_path: 'bank',
    group_id: 100,
    user_username: 'ann',
    user_name: 'Ann Teller',
    user_email: 'ann@bank.example',
    user_id: 1,
    group_access: 'Developer',
    group_plan: null,
    expires_at: '2026-12-31T00:00:00Z',
    event_name: event,
    ...fields,
  };
}

export function projectEvent(event: string, fields: Payload = {}) {
  return {
    ...times,
    event_name: event,
    name: 'Ledger',
    path: 'ledger',
    path_with_namespace: 'bank/ledger',
    project_id: 30,
    owner_name: 'Bank',
    owner_email: '',
    owners: [{ name: 'Bob Clerk', email: 'bob@bank.example' }],
    project_namespace_id: 100,
    project_visibility: 'private',
    ...fields,
  };
}

export function groupEvent(event: string, fields: Payload = {}) {
  return {
    ...times,
    event_name: event,
    name: 'Payments',
    path: 'payments',
    full_path: 'bank/payments',
    group_id: 101,
    ...fields,
  };
}

export function userEvent(event: string, fields: Payload = {}) {
  return {
    ...times,
    event_name: event,
    email: 'ann@bank.example',
    name: 'Ann Teller',
    username: 'ann',
    user_id: 1,
    ...fields,
  };
}

const KEY =
  'AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f';

/** Ann's key for SSH. */
export function keyEvent(event: string, fields: Payload = {}) {
  return {
    ...times,
    event_name: event,
    username: 'ann',
    key: `ssh-ed25519 ${KEY} ann@laptop`,
    id: 4,
    ...fields,
  };
}

/** One day before a token of the project expires. */
export function tokenEvent(fields: Payload = {}) {
  return {
    object_kind: 'access_token',
    project: project(),
    object_attributes: {
      user_id: 90,
      created_at: '2026-01-24 16:27:40 UTC',
      id: 25,
      name: 'deploy bot',
      expires_at: '2026-12-31',
    },
    event_name: 'expiring_access_token',
    ...fields,
  };
}
