import { Link, Text } from '@backstage/ui';
import { RiArrowLeftLine } from '@remixicon/react';
import { Helmet } from 'react-helmet';
import { controlsRouteRef } from '../controls/controlsRouteRef';
import { useRouteOrNone } from '../page/useRouteOrNone';
import tab from '../tab/tab.module.css';
import { useTranslation } from '../translation/useTranslation';
import { LensAreas } from './LensAreas';
import { LensArticles } from './LensArticles';

/** Where the five areas come from, and what "Article 21" is in each act. */
export function Lens() {
  const { t } = useTranslation();
  const toAll = useRouteOrNone(controlsRouteRef);
  return (
    <>
      <Helmet title={t('lens.title')} />
      {toAll && (
        <Link href={toAll()} className={tab.back}>
          <RiArrowLeftLine size={16} aria-hidden />
          {t('compliance.allControls')}
        </Link>
      )}
      <Text as="h2" variant="title-small" weight="bold">
        {t('lens.title')}
      </Text>
      <Text>{t('lens.intro')}</Text>
      <LensArticles />
      <LensAreas />
    </>
  );
}
