import type {
  FieldChange,
  Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { repositorySubjects } from './credentials';
import type { DeliveryContext } from './DeliveryContext';
import { toFieldChange } from './fieldChanges';
import { Action, Moment, WebAddress } from './fields';
import { readOrganizationPlace, ownerPlace } from './place';
import { settingsChanged } from './settings';

const Repositories = z
  .array(z.looseObject({ full_name: z.string().min(1).nullish() }))
  .nullish();

const InstallationEvent = z.looseObject({
  action: z.string(),
  installation: z.looseObject({
    id: z.number(),
    /** Of organizations and accounts, but also of enterprises. */
    account: z.looseObject({ html_url: WebAddress }).nullish(),
    app_id: z.number().nullish(),
    app_slug: z.string().nullish(),
    permissions: z.record(z.string(), z.unknown()).nullish(),
    repository_selection: z.string().nullish(),
    created_at: Moment.nullish(),
    suspended_at: Moment.nullish(),
  }),
  repositories: Repositories,
  repositories_added: Repositories,
  repositories_removed: Repositories,
});

type InstallationEvent = z.output<typeof InstallationEvent>;

const actions = new Map([
  ['created', 'created'],
  ['deleted', 'deleted'],
  ['new_permissions_accepted', 'edited'],
  ['suspend', 'suspended'],
  ['unsuspend', 'restored'],
] as const);

/**
 * `installation`: an app was installed, removed, suspended, or given more
 * rights. The rights it has afterwards are reported, not those it had.
 */
export function readInstallation(
  payload: unknown,
  context: DeliveryContext,
): Statement[] {
  const { action: told } = Action.parse(payload);
  const action = actions.get(told as Parameters<typeof actions.get>[0]);
  if (!action) {
    return [];
  }
  const event = InstallationEvent.parse(payload);
  const { created_at, suspended_at } = event.installation;
  return [
    installationChanged(payload, event, context, {
      action,
      changes:
        action === 'created' || action === 'edited' ? listRights(event) : [],
      changedAt:
        (action === 'created' && created_at) ||
        (action === 'suspended' && suspended_at) ||
        undefined,
    }),
  ];
}

/** `installation_repositories`: what an app may reach grew or shrank. */
export function readInstallationRepositories(
  payload: unknown,
  context: DeliveryContext,
): Statement[] {
  const event = InstallationEvent.parse(payload);
  const added = listNames(event.repositories_added);
  const removed = listNames(event.repositories_removed);
  const { repository_selection: selection } = event.installation;
  return [
    installationChanged(payload, event, context, {
      action: 'edited',
      changes: [
        ...(added.length > 0
          ? [toFieldChange('repositories_added', undefined, added)]
          : []),
        ...(removed.length > 0
          ? [toFieldChange('repositories_removed', removed, undefined)]
          : []),
        ...(selection
          ? [toFieldChange('repository_selection', undefined, selection)]
          : []),
      ],
    }),
  ];
}

function installationChanged(
  payload: unknown,
  event: InstallationEvent,
  context: DeliveryContext,
  change: Pick<
    Parameters<typeof settingsChanged>[3],
    'action' | 'changes' | 'changedAt'
  >,
): Statement {
  const { installation } = event;
  const { account, app_slug: slug, app_id: id } = installation;
  const repositories = [
    ...(event.repositories ?? []),
    ...(event.repositories_added ?? []),
    ...(event.repositories_removed ?? []),
  ];
  const place = account
    ? ownerPlace(account.html_url)
    : readOrganizationPlace(payload);
  return settingsChanged(payload, place, context, {
    setting: 'app-installation',
    name: slug || String(id ?? installation.id),
    alsoAbout: repositorySubjects(repositories, place),
    ...change,
  });
}

function listRights({ installation }: InstallationEvent): FieldChange[] {
  const { permissions, repository_selection: selection } = installation;
  return [
    ...Object.entries(permissions ?? {})
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([right, level]) =>
        toFieldChange(`permissions.${right}`, undefined, level),
      ),
    ...(selection
      ? [toFieldChange('repository_selection', undefined, selection)]
      : []),
  ];
}

function listNames(repositories: z.output<typeof Repositories>): string[] {
  return (repositories ?? []).flatMap(({ full_name: name }) => name ?? []);
}
