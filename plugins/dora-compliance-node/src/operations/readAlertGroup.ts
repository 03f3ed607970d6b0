import {
  type Statement,
  type Subject,
  webLink,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { limitTexts } from '../source/limitTexts';
import { describeProblem, type PartialReading } from '../source/normaliseJson';
import { AlertGroup, GroupedAlert } from './AlertGroup';
import type { AlertLabels } from './AlertLabels';
import { linkAsset } from './linkAsset';
import type { OperationsScope } from './OperationsScope';

/**
 * What says how the groups of a tool are read.
 *
 * @public
 */
export type AlertGroupOptions = OperationsScope &
  AlertLabels & {
    readonly sourceId: string;
    /** The version of the format. */
    readonly version: string;
    /** What to change if alerts were left out of the group. */
    readonly limit: string;
  };

/** How one alert was read. */
type Read = { readonly statement?: Statement; readonly flaw?: string };

/**
 * Reads the alerts of a group, in the format of Alertmanager that Grafana also
 * has. An alert that can't be read does not affect the others. Throws if none can
 * be read.
 *
 * @public
 */
export function readAlertGroup(
  payload: unknown,
  options: AlertGroupOptions,
): PartialReading {
  const group = AlertGroup.extend({
    version: z.literal(options.version, `must be ${options.version}`),
  }).parse(payload);
  const reads = group.alerts.map((alert, index) =>
    readAlert(alert, `alerts.${index}`, {
      ...options,
      receiver: group.receiver,
    }),
  );
  const statements = reads.flatMap(({ statement }) => statement ?? []);
  const flaws = limitTexts([
    ...(group.truncatedAlerts > 0
      ? [
          `truncatedAlerts is ${group.truncatedAlerts}: so many alerts are not in the group; ${options.limit}`,
        ]
      : []),
    ...reads.flatMap(({ flaw }) => flaw ?? []),
  ]);
  if (statements.length === 0 && reads.length > 0) {
    throw new TypeError(flaws.join('\n'));
  }
  return { statements, flaws };
}

function readAlert(
  payload: unknown,
  place: string,
  options: AlertGroupOptions & { readonly receiver: string | undefined },
): Read {
  const { data: alert, error } = GroupedAlert.safeParse(payload);
  if (!alert) {
    return { flaw: `${place}: ${describeProblem(error)}` };
  }
  const name = readText(alert, ['alertname']);
  if (name === undefined) {
    return { flaw: `${place}: labels.alertname is missing` };
  }
  const resolved = alert.status === 'resolved';
  if (resolved && alert.endsAt < alert.startsAt) {
    return { flaw: `${place}: endsAt is before startsAt` };
  }
  const changedAt = resolved ? alert.endsAt : alert.startsAt;
  const service = readText(alert, options.serviceLabels);
  const link = linkAsset(
    {
      entity: readText(alert, options.entityLabels),
      repository: readText(alert, options.repositoryLabels),
      services: [service],
      environment: readText(alert, options.environmentLabels),
    },
    options,
  );
  const { sourceId, receiver } = options;
  const subject: Subject = {
    kind: 'alert',
    uri: `urn:${sourceId}:${encodeURIComponent(alert.fingerprint)}`,
  };
  return {
    statement: {
      type: 'alert-changed',
      sourceId,
      observedAt: changedAt,
      subjects: [subject, ...link.subjects],
      predicate: {
        alert: {
          id: alert.fingerprint,
          name,
          ...describeAlert(alert),
          ...(service && { service }),
          ...(link.environment && { environment: link.environment }),
        },
        state: alert.status,
        ...(receiver && { receiver }),
        startedAt: alert.startsAt,
        changedAt,
      },
    },
    ...(link.problem && { flaw: `the alert ${name} ${link.problem}` }),
  };
}

/** Without annotations: their texts may change with each notification. */
function describeAlert(alert: GroupedAlert) {
  const url = webLink(alert.generatorURL);
  const severity = readText(alert, ['severity']);
  return {
    ...(url && { url }),
    ...(severity && { severity }),
  };
}

/** The first of the labels that says something; annotations count less. */
function readText(
  { labels, annotations }: GroupedAlert,
  names: readonly string[],
): string | undefined {
  return [labels, annotations]
    .flatMap(texts =>
      names.flatMap(name =>
        Object.hasOwn(texts, name) ? texts[name]?.trim() || [] : [],
      ),
    )
    .at(0);
}
