import type {
  FieldChange,
  Statement,
  Subject,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import type { DeliveryContext } from './DeliveryContext';
import { toFieldChange } from './fieldChanges';
import { toAccount, Moment, User } from './fields';
import { readOrganizationPlace, type Place, readPlace } from './place';
import { settingsChanged } from './settings';

const KeyEvent = z.looseObject({
  action: z.enum(['created', 'deleted']),
  key: z.looseObject({
    id: z.number(),
    title: z.string().nullish(),
    read_only: z.boolean().nullish(),
    created_at: Moment.nullish(),
  }),
});

/** Rights by area and what they are about. */
const Permissions = z
  .record(z.string(), z.record(z.string(), z.unknown()).nullish())
  .nullish();

const Named = z.looseObject({ full_name: z.string().min(1).nullish() });

const TokenEvent = z.looseObject({
  action: z.enum(['approved', 'cancelled', 'created', 'denied']),
  personal_access_token_request: z.looseObject({
    owner: User.nullish(),
    permissions_added: Permissions,
    permissions_upgraded: Permissions,
    repository_selection: z.string().nullish(),
    repositories: z.array(Named).nullish(),
    created_at: Moment.nullish(),
    token_id: z.number().nullish(),
    token_name: z.string().nullish(),
    token_expires_at: z.string().nullish(),
  }),
});

type TokenRequest = z.output<
  typeof TokenEvent
>['personal_access_token_request'];

/** `deploy_key`: a key of a repository, without the key itself. */
export function readDeployKey(
  payload: unknown,
  context: DeliveryContext,
): Statement[] {
  const { action, key } = KeyEvent.parse(payload);
  const role = key.read_only ? 'read' : 'write';
  return [
    settingsChanged(payload, readPlace(payload), context, {
      setting: 'deploy-key',
      action,
      name: key.title || String(key.id),
      ...(typeof key.read_only === 'boolean' && { role }),
      ...(action === 'created' &&
        key.created_at && { changedAt: key.created_at }),
    }),
  ];
}

/**
 * `personal_access_token_request`: a fine-grained token asks for access to an
 * organization. Only an approval gives access; every other action changes
 * the request alone.
 */
export function readTokenRequest(
  payload: unknown,
  context: DeliveryContext,
): Statement[] {
  const event = TokenEvent.parse(payload);
  const { action, personal_access_token_request: request } = event;
  const { owner, token_name, token_id, repositories, created_at } = request;
  const place = readOrganizationPlace(payload);
  return [
    settingsChanged(payload, place, context, {
      setting: 'access-token',
      action: action === 'approved' ? 'added' : 'edited',
      name: token_name || (token_id ? String(token_id) : undefined),
      member: toAccount(owner, place),
      changes: requestChanges(action, request),
      alsoAbout: repositorySubjects(repositories, place),
      ...(action === 'created' && created_at && { changedAt: created_at }),
    }),
  ];
}

function requestChanges(action: string, request: TokenRequest): FieldChange[] {
  const { permissions_added: added, permissions_upgraded: upgraded } = request;
  const { repository_selection: selection, token_expires_at: end } = request;
  return [
    ...permissionChanges('permissions_added', added),
    ...permissionChanges('permissions_upgraded', upgraded),
    ...(selection
      ? [toFieldChange('repository_selection', undefined, selection)]
      : []),
    toFieldChange('request', undefined, action),
    ...(end !== undefined
      ? [toFieldChange('token_expires_at', undefined, end)]
      : []),
  ];
}

function permissionChanges(
  field: string,
  permissions: z.output<typeof Permissions>,
): FieldChange[] {
  return Object.entries(permissions ?? {}).flatMap(([area, rights]) =>
    Object.entries(rights ?? {}).map(([right, level]) =>
      toFieldChange(`${field}.${area}.${right}`, undefined, level),
    ),
  );
}

/**
 * Repositories that are reported by their full name, on the host of a place.
 */
export function repositorySubjects(
  repositories: readonly z.output<typeof Named>[] | null | undefined,
  { html_url }: Pick<Place, 'html_url'>,
): Subject[] {
  const { origin } = new URL(html_url);
  return (repositories ?? []).flatMap(({ full_name: name }) =>
    name ? [{ kind: 'repository' as const, uri: `${origin}/${name}` }] : [],
  );
}
