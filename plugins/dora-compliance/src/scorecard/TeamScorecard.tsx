import { useApi } from '@backstage/core-plugin-api';
import { Button, Flex, Text } from '@backstage/ui';
import type { ScorecardView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  doraComplianceApiRef,
  useLive,
  usePages,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { useState } from 'react';
import { Failure } from '../failure/Failure';
import { Loading } from '../loading/Loading';
import { describeCounts } from '../summary/describeCounts';
import { useTranslation } from '../translation/useTranslation';
import { Legend } from './Legend';
import { ScoreFormula } from './ScoreFormula';
import { ScoreNumbers } from './ScoreNumbers';
import { StatusMatrix } from './StatusMatrix';

/** What a group and the groups below it own: two numbers, and each status. */
export function TeamScorecard({ groupRef }: { groupRef: string }) {
  const { t } = useTranslation();
  const api = useApi(doraComplianceApiRef);
  const [view, setView] = useState<ScorecardView>();
  const pages = useLive(
    usePages(groupRef, async cursor => {
      const page = await api.readScorecard({
        of: 'group',
        ref: groupRef,
        ...(cursor && { cursor }),
      });
      setView(page);
      return page;
    }),
  );
  if (pages.error) {
    return (
      <Failure what="scorecard" error={pages.error} onRetry={pages.reload} />
    );
  }
  if (!view || !pages.items) {
    return <Loading hasHeading blocks={[96, 240]} />;
  }
  return (
    <>
      <Flex direction="column" gap="1">
        <Text as="h2" variant="title-small" weight="bold">
          {t('scorecard.title')}
        </Text>
        <Owned view={view} />
      </Flex>
      {view.assets > 0 && (
        <>
          <ScoreNumbers score={view.score} />
          <Text>{describeCounts(view.score.statuses, t)}</Text>
          <StatusMatrix controls={view.controls} items={pages.items} />
          {pages.hasMore && (
            <Button
              variant="secondary"
              isPending={pages.isPending}
              onPress={pages.loadMore}
            >
              {t('list.loadMore')}
            </Button>
          )}
          <Legend />
          <ScoreFormula version={view.formula} />
        </>
      )}
    </>
  );
}

function Owned({
  view: { assets, groups = 1, isPartial },
}: {
  view: ScorecardView;
}) {
  const { t } = useTranslation();
  if (assets === 0) {
    return <Text>{t('scorecard.nothing')}</Text>;
  }
  return (
    <Text color="secondary">
      {groups === 1
        ? t('scorecard.owned.alone', { count: assets })
        : t('scorecard.owned.within', {
            count: assets,
            groups: groups - 1,
          })}{' '}
      {isPartial && t('scorecard.readable')}
    </Text>
  );
}
