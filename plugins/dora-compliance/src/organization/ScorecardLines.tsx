import { useApi } from '@backstage/core-plugin-api';
import { Flex, Text } from '@backstage/ui';
import type { ScorecardLine } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  doraComplianceApiRef,
  usePages,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { useState } from 'react';
import { Failure } from '../failure/Failure';
import { Loading } from '../loading/Loading';
import { LoadMore } from '../loading/LoadMore';
import { NONE } from '../scorecard/ScorecardScope';
import { ScoreTable } from '../scorecard/ScoreTable';
import { useTranslation } from '../translation/useTranslation';
import { ScopeLink } from './ScopeLink';
import type { OrganizationAddress } from './useOrganizationAddress';

/** All parts of one kind with their scores; what is in no part has a line too. */
export function ScorecardLines(
  props: Pick<OrganizationAddress, 'by' | 'sort'>,
) {
  const { by, sort } = props;
  const { t } = useTranslation();
  const api = useApi(doraComplianceApiRef);
  const [isPartial, setPartial] = useState(false);
  const { items, error, hasMore, isPending, loadMore, reload } = usePages(
    `${by} ${sort}`,
    async cursor => {
      const page = await api.compareScorecards({
        by,
        sort,
        ...(cursor && { cursor }),
      });
      setPartial(page.isPartial);
      return page;
    },
  );
  if (error) {
    return <Failure what="comparison" error={error} onRetry={reload} />;
  }
  if (!items) {
    return <Loading blocks={[160]} />;
  }
  return (
    <Flex direction="column" gap="3" pt="3">
      <Text color="secondary">{t(`organization.explained.${by}`)}</Text>
      {isPartial && <Text>{t('organization.noMonth')}</Text>}
      {items.length === 0 ? (
        <Text>{t('organization.nothing')}</Text>
      ) : (
        <ScoreTable
          title={t(`organization.by.${by}`)}
          heading={t(`organization.kind.${by}`)}
          rows={items.map(line => describeLine(by, line))}
        />
      )}
      <LoadMore pages={{ hasMore, isPending, loadMore }} />
    </Flex>
  );
}

function describeLine(by: OrganizationAddress['by'], line: ScorecardLine) {
  const { ref, title, notInCatalog, assets, score, earlier } = line;
  return {
    key: ref,
    name: (
      <ScopeLink
        scope={{ of: by, ref }}
        title={title}
        isNone={ref === NONE}
        notInCatalog={notInCatalog}
      />
    ),
    assets,
    score,
    earlier,
  };
}
