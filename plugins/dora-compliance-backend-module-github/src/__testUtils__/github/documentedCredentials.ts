import { type Body, userBody } from './bodies';

/** A text that must not be stored or logged, wherever an answer has it. */
export const CANARY = 'c4n4ry-of-the-bank';

/**
 * A secret as GitHub lists it. It does not return values; if it ever did, ours would
 * not be stored.
 */
export function secretBody(name: string, day: number): Body {
  const at = `2024-03-0${day}T09:00:00Z`;
  return {
    name,
    created_at: '2023-01-01T09:00:00Z',
    updated_at: at,
    value: CANARY,
  };
}

/** A key that deploys; its second was never used and may write. */
export function deployKeyBody(id: number): Body {
  return {
    id,
    key: `ssh-ed25519 ${CANARY}${id}`,
    url: `https://github.example/api/v3/repos/bank/ledger/keys/${id}`,
    title: `deploy-${id}`,
    verified: true,
    created_at: '2022-05-01T09:00:00Z',
    read_only: id === 1,
    added_by: 'alice',
    last_used: id === 1 ? '2024-02-28T09:00:00Z' : null,
    enabled: true,
  };
}

/** An application that is installed in the organization. */
export function installationBody(id: number, slug: string): Body {
  return {
    id,
    account: { ...userBody('bank', 100), type: 'Organization' },
    app_id: id + 1000,
    app_slug: slug,
    target_id: 100,
    target_type: 'Organization',
    repository_selection: 'all',
    permissions: {
      contents: 'write',
      metadata: 'read',
      administration: 'read',
    },
    events: ['push'],
    created_at: '2023-04-01T09:00:00Z',
    updated_at: '2023-04-01T09:00:00Z',
    single_file_name: null,
    suspended_at: null,
    suspended_by: null,
  };
}
