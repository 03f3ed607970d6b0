import { useApi } from '@backstage/core-plugin-api';
import { Text } from '@backstage/ui';
import type { ScorecardView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  doraComplianceApiRef,
  type LoadedPages,
  useLive,
  usePages,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { type ReactNode, useState } from 'react';
import { FirstActions } from '../actions/FirstActions';
import { ChangePaths } from '../changePath/ChangePaths';
import { RecentChanges } from '../changes/RecentChanges';
import { Failure } from '../failure/Failure';
import { Loading } from '../loading/Loading';
import { LoadMore } from '../loading/LoadMore';
import { describeCounts } from '../summary/describeCounts';
import { useTranslation } from '../translation/useTranslation';
import { TrendSection } from '../trend/TrendSection';
import { Breakdown } from './Breakdown';
import { Legend } from './Legend';
import { ScorecardHeading } from './ScorecardHeading';
import { NONE, type ScorecardScope } from './ScorecardScope';
import { ScoreFormula } from './ScoreFormula';
import { ScoreNumbers } from './ScoreNumbers';
import { StatusMatrix } from './StatusMatrix';

/** Assets of a page; each has a column for each control. */
const PAGE = 25;

/**
 * The scorecard of the organization or a part of it: two numbers, how they changed,
 * and each status behind them.
 */
export function Scorecard(props: {
  scope: ScorecardScope;
  /** Comparisons with or between other scorecards, after the numbers. */
  children?: ReactNode;
}) {
  const { scope, children } = props;
  const api = useApi(doraComplianceApiRef);
  const key = `${scope.of} ${scope.ref}`;
  const [shown, setShown] = useState<{ key: string; view: ScorecardView }>();
  const pages = useLive(
    usePages(key, async cursor => {
      const view = await api.readScorecard({
        ...scope,
        limit: PAGE,
        ...(cursor && { cursor }),
      });
      setShown({ key, view });
      return view;
    }),
  );
  if (pages.error) {
    return (
      <Failure what="scorecard" error={pages.error} onRetry={pages.reload} />
    );
  }
  if (!pages.items || shown?.key !== key) {
    return <Loading hasHeading blocks={[96, 240]} />;
  }
  const { view } = shown;
  return (
    <>
      <ScorecardHeading scope={scope} view={view} />
      {view.assets > 0 && (
        <>
          <ScoreNumbers score={view.score} earlier={view.earlier} />
          <SeparateCounts view={view} />
          {isGroup(scope) && <FirstActions key={scope.ref} group={scope.ref} />}
        </>
      )}
      {children}
      {view.assets > 0 && <Assets scope={scope} view={view} pages={pages} />}
      <TrendSection key={`trend-${key}`} scope={scope} />
      {view.assets > 0 && (
        <>
          <RecentChanges key={`changes-${key}`} scope={scope} />
          <Breakdown view={view} />
          <ScoreFormula version={view.formula} />
        </>
      )}
    </>
  );
}

/** A group of the catalog: what it owns has actions. */
function isGroup(
  scope: ScorecardScope,
): scope is ScorecardScope & { ref: string } {
  return scope.of === 'group' && scope.ref?.startsWith('group:') === true;
}

/** A business function of the catalog: pipelines can change what it depends on. */
function isFunction(
  scope: ScorecardScope,
): scope is ScorecardScope & { ref: string } {
  return scope.of === 'function' && !!scope.ref && scope.ref !== NONE;
}

function SeparateCounts({ view }: { view: ScorecardView }) {
  const { t } = useTranslation();
  return <Text>{describeCounts(view.score.statuses, t)}</Text>;
}

function Assets(props: {
  scope: ScorecardScope;
  view: ScorecardView;
  pages: LoadedPages<ScorecardView['items'][number]>;
}) {
  const { scope, view, pages } = props;
  const { t } = useTranslation();
  return (
    <>
      {isFunction(scope) && (
        <ChangePaths functionRef={scope.ref} isPartial={view.isPartial} />
      )}
      <Text as="h3" variant="title-x-small" weight="bold">
        {t('scorecard.matrix')}
      </Text>
      <StatusMatrix controls={view.controls} items={pages.items ?? []} />
      <LoadMore pages={pages} />
      <Legend />
    </>
  );
}
