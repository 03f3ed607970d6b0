import type {
  Statement,
  Subject,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import type { DeliveryContext } from './DeliveryContext';
import { Repository } from './fields';
import { placeOf } from './place';
import { Changes, fieldsOf, settingsChanged } from './settings';

const Owner = z.looseObject({ login: z.string().min(1) }).nullish();

const RepositoryEvent = z.looseObject({
  action: z.string().min(1),
  repository: Repository.extend({ name: z.string().nullish() }),
  changes: Changes,
});

type RepositoryEvent = z.output<typeof RepositoryEvent>;

const Moved = z.looseObject({
  repository: z
    .looseObject({ name: z.looseObject({ from: z.string().min(1) }) })
    .nullish(),
  owner: z
    .looseObject({ from: z.looseObject({ user: Owner, organization: Owner }) })
    .nullish(),
});

const MetaEvent = z.looseObject({
  action: z.literal('deleted'),
  hook_id: z.number(),
});

const AnalysisEvent = z.looseObject({
  changes: z.looseObject({
    from: z.looseObject({ security_and_analysis: Changes }).nullish(),
  }),
});

const Plain = z.enum(['created', 'deleted', 'edited']);

/** `repository`: what became of it, e.g. `publicized`, `archived`. */
export function readRepository(
  payload: unknown,
  context: DeliveryContext,
): Statement[] {
  const event = RepositoryEvent.parse(payload);
  const { action, repository, changes } = event;
  const plain = Plain.safeParse(action).data;
  return [
    settingsChanged(payload, placeOf(payload), context, {
      setting: 'repository',
      action: plain ?? 'edited',
      name: repository.name ?? undefined,
      fields: plain ? fieldsOf(changes) : [action],
      alsoAbout: formerAddress(event),
    }),
  ];
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
  const { changes } = AnalysisEvent.parse(payload);
  return [
    settingsChanged(payload, placeOf(payload), context, {
      setting: 'repository',
      action: 'edited',
      name: 'security_and_analysis',
      fields: fieldsOf(changes.from?.security_and_analysis),
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
    settingsChanged(payload, placeOf(payload), context, {
      setting: 'webhook',
      action,
      name: String(id),
    }),
  ];
}

/** The address before a move, under which it may still be known. */
function formerAddress({ repository, changes }: RepositoryEvent) {
  const { repository: renamed, owner } = Moved.parse(changes ?? {});
  const parts = /^(.*)\/([^/]+)\/([^/]+?)\/*$/.exec(repository.html_url);
  const from = owner?.from.user?.login ?? owner?.from.organization?.login;
  const [, server, login, name] = parts ?? [];
  const former = `${server}/${from ?? login}/${renamed?.name.from ?? name}`;
  const subject: Subject = { kind: 'repository', uri: former };
  return parts && former !== repository.html_url ? [subject] : [];
}
