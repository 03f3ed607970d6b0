import { useApi } from '@backstage/core-plugin-api';
import { Link, Text } from '@backstage/ui';
import {
  subtractDuration,
  toInstant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  doraComplianceApiRef,
  useLive,
  useLoaded,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { Failure } from '../failure/Failure';
import { useRouteOrNone } from '../page/useRouteOrNone';
import { organizationRouteRef } from '../routes';
import { useTranslation } from '../translation/useTranslation';
import type { Part } from './findPart';

/** More changes than these are not counted. */
const COUNTED = 100;

/** How many statuses changed within a week. */
export function PartChanges({ scope }: { scope: NonNullable<Part['scope']> }) {
  const { t } = useTranslation();
  const api = useApi(doraComplianceApiRef);
  const page = useRouteOrNone(organizationRouteRef)?.();
  const { value, error, reload } = useLive(
    useLoaded(`${scope.of} ${scope.ref}`, () =>
      api.listStatusChanges({
        ...scope,
        since: subtractDuration(toInstant(new Date()), 'P7D'),
        limit: COUNTED,
      }),
    ),
  );
  if (error) {
    return <Failure what="changes" error={error} onRetry={reload} />;
  }
  if (!value) {
    return null;
  }
  const what = value.nextCursor
    ? t('part.changesMoreThan', { amount: COUNTED })
    : t('part.changes', { count: value.items.length });
  const href =
    scope.of === 'group'
      ? 'scorecard'
      : page && `${page}?${new URLSearchParams(scope)}`;
  return href ? <Link href={href}>{what}</Link> : <Text>{what}</Text>;
}
