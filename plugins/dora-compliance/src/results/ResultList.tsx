import { useApi } from '@backstage/core-plugin-api';
import { Alert, Text } from '@backstage/ui';
import type {
  ResultsParams,
  ResultsView,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  doraComplianceApiRef,
  usePages,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { useState } from 'react';
import { Failure } from '../failure/Failure';
import { Loading } from '../loading/Loading';
import { LoadMore } from '../loading/LoadMore';
import list from '../page/list.module.css';
import { useScopeName } from '../scorecard/useScopeName';
import { useTranslation } from '../translation/useTranslation';
import { ResultItem } from './ResultItem';
import { ResultCounts } from './ResultCounts';

/**
 * Results of controls across assets, worst first, and what the list leaves out.
 *
 * @param props.isControlNamed - all are of one control, whose title stands above
 */
export function ResultList(props: {
  query: ResultsParams;
  isControlNamed?: boolean;
}) {
  const { query, isControlNamed = false } = props;
  const { t } = useTranslation();
  const nameScope = useScopeName();
  const { view, items, error, hasMore, isPending, loadMore, reload } =
    useResults(query);
  if (error) {
    return (
      <Failure
        what={{ title: t('auditQuestions.notLoaded') }}
        error={error}
        onRetry={reload}
      />
    );
  }
  if (!view || !items) {
    return <Loading blocks={[96, 96, 96]} />;
  }
  const { of = 'organization', ref } = query;
  const scope = nameScope({ of, ...(ref && { ref }) });
  return (
    <>
      {view.isPartial && (
        <Alert status="info" icon title={t('auditQuestions.notReadable')} />
      )}
      <Text>
        {t('auditQuestions.extentOf', { scope })}{' '}
        {t('auditQuestions.assets', { count: view.assets })}
      </Text>
      <ResultCounts
        view={view}
        isEmpty={items.length === 0}
        isControlNamed={isControlNamed}
      />
      <ul className={list.items} aria-label={t('auditQuestions.results')}>
        {items.map(result => (
          <ResultItem
            key={`${result.entityRef} ${result.control.id}`}
            result={result}
            isControlNamed={isControlNamed}
          />
        ))}
      </ul>
      <LoadMore pages={{ hasMore, isPending, loadMore }} />
    </>
  );
}

/** The pages of results, and what the last one says of all of them. */
function useResults(query: ResultsParams) {
  const api = useApi(doraComplianceApiRef);
  const [view, setView] = useState<ResultsView>();
  const pages = usePages(JSON.stringify(query), async cursor => {
    const page = await api.listResults({
      ...query,
      limit: 25,
      ...(cursor && { cursor }),
    });
    setView(page);
    return page;
  });
  return { view, ...pages };
}
