import type {
  FieldChange,
  Statement,
  Subject,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import type { DeliveryContext } from './DeliveryContext';
import {
  Changes,
  toFieldChange,
  listFieldChanges,
  differences,
} from './fieldChanges';
import { Repository } from './fields';
import { readPlace } from './place';
import { anonymousAccess } from './server';
import { settingsChanged } from './settings';

const Owner = z.looseObject({ login: z.string().min(1) }).nullish();

const RepositoryEvent = z.looseObject({
  action: z.string().min(1),
  repository: Repository.extend({
    name: z.string().nullish(),
    visibility: z.string().nullish(),
    owner: Owner,
  }),
  changes: Changes,
});

type RepositoryEvent = z.output<typeof RepositoryEvent>;

const Moved = z.looseObject({
  repository: z
    .looseObject({
      name: z.looseObject({ from: z.string().min(1) }).nullish(),
    })
    .nullish(),
  owner: z
    .looseObject({
      from: z.looseObject({ user: Owner, organization: Owner }).nullish(),
    })
    .nullish(),
});

const MetaEvent = z.looseObject({
  action: z.literal('deleted'),
  hook_id: z.number(),
});

const AnalysisEvent = z.looseObject({
  repository: z.looseObject({ security_and_analysis: Changes }).nullish(),
  changes: z.looseObject({
    from: z.looseObject({ security_and_analysis: Changes }).nullish(),
  }),
});

const Properties = z
  .array(
    z.looseObject({ property_name: z.string().min(1), value: z.unknown() }),
  )
  .nullish();

const Plain = z.enum(['created', 'deleted', 'edited']);

/** `repository`: what became of it, e.g. `publicized`, `archived`. */
export function readRepository(
  payload: unknown,
  context: DeliveryContext,
): Statement[] {
  const event = RepositoryEvent.parse(payload);
  const { action, repository } = event;
  return [
    settingsChanged(payload, readPlace(payload), context, {
      setting: 'repository',
      action: Plain.safeParse(action).data ?? 'edited',
      name: repository.name ?? undefined,
      changes: repositoryChanges(event),
      alsoAbout: formerAddress(event),
    }),
  ];
}

/** What an action says by itself, or what is told to have changed. */
function repositoryChanges(event: RepositoryEvent): FieldChange[] {
  const { action, repository, changes } = event;
  const anonymous = anonymousAccess(action);
  if (anonymous) {
    return [anonymous];
  }
  switch (action) {
    case 'archived':
    case 'unarchived':
      return [
        toFieldChange('archived', action !== 'archived', action === 'archived'),
      ];
    case 'publicized':
      // It may have been private or internal: that is not reported.
      return [toFieldChange('visibility', undefined, 'public')];
    case 'privatized':
      return [
        toFieldChange('visibility', undefined, hiddenAs(repository.visibility)),
      ];
    case 'transferred':
      return [
        toFieldChange('owner', formerOwner(event), repository.owner?.login),
      ];
    case 'created':
    case 'deleted':
    case 'edited':
    case 'renamed':
      return listFieldChanges(changes, { ...repository, repository });
    default:
      return [{ field: action }];
  }
}

/** A repository that was made private is private, or internal. */
function hiddenAs(visibility: string | null | undefined): string {
  return visibility === 'internal' ? visibility : 'private';
}

/** `public`: the same as `repository` with `publicized`. */
export function readPublic(
  payload: unknown,
  context: DeliveryContext,
): Statement[] {
  return readRepository(
    { ...z.looseObject({}).parse(payload), action: 'publicized' },
    context,
  );
}

/** `security_and_analysis`: a scanner of GitHub switched on or off. */
export function readSecurityAndAnalysis(
  payload: unknown,
  context: DeliveryContext,
): Statement[] {
  const { changes, repository } = AnalysisEvent.parse(payload);
  return [
    settingsChanged(payload, readPlace(payload), context, {
      setting: 'repository',
      action: 'edited',
      name: 'security_and_analysis',
      changes: differences(
        changes.from?.security_and_analysis ?? {},
        repository?.security_and_analysis ?? undefined,
      ),
    }),
  ];
}

/** `custom_property_values`: what rulesets may choose repositories by. */
export function readPropertyValues(
  payload: unknown,
  context: DeliveryContext,
): Statement[] {
  const { old_property_values: before, new_property_values: after } = z
    .looseObject({
      old_property_values: Properties,
      new_property_values: Properties,
    })
    .parse(payload);
  const names = [...(before ?? []), ...(after ?? [])].map(
    ({ property_name: name }) => name,
  );
  const valueIn = (list: z.output<typeof Properties>, name: string) =>
    list?.find(({ property_name }) => property_name === name)?.value;
  return [
    settingsChanged(payload, readPlace(payload), context, {
      setting: 'repository',
      action: 'edited',
      name: 'custom_properties',
      changes: [...new Set(names)]
        .sort()
        .map(name =>
          toFieldChange(name, valueIn(before, name), valueIn(after, name)),
        ),
    }),
  ];
}

/** `meta`: the webhook itself was deleted; this is its last delivery. */
export function readMeta(
  payload: unknown,
  context: DeliveryContext,
): Statement[] {
  const { action, hook_id: id } = MetaEvent.parse(payload);
  return [
    settingsChanged(payload, readPlace(payload), context, {
      setting: 'webhook',
      action,
      name: String(id),
    }),
  ];
}

/** The address before a move, under which it may still be known. */
function formerAddress(event: RepositoryEvent): Subject[] {
  const { repository, changes } = event;
  const renamed = Moved.parse(changes ?? {}).repository?.name?.from;
  const from = formerOwner(event);
  const parts = /^(.*)\/([^/]+)\/([^/]+?)\/*$/.exec(repository.html_url);
  const [, server, login, name] = parts ?? [];
  const former = `${server}/${from ?? login}/${renamed ?? name}`;
  const subject: Subject = { kind: 'repository', uri: former };
  return parts && former !== repository.html_url ? [subject] : [];
}

function formerOwner({ changes }: RepositoryEvent): string | undefined {
  const from = Moved.parse(changes ?? {}).owner?.from;
  return from?.user?.login ?? from?.organization?.login;
}
