import { configApiRef, useApi } from '@backstage/core-plugin-api';
import type { ReactNode } from 'react';
import { Helmet } from 'react-helmet';
import type { PageMessages } from '../translation/doraComplianceTranslationRef';
import { useTranslation } from '../translation/useTranslation';
import { appTitleIn } from './config';

/**
 * The main part of a page of the new frontend system, with the title of the
 * browser tab. In the legacy system, the page and header components do both.
 */
export function PageMain(props: { page: PageMessages; children: ReactNode }) {
  const { page, children } = props;
  const { t } = useTranslation();
  const title = t(`${page}.title`);
  const appTitle = appTitleIn(useApi(configApiRef));
  return (
    <main>
      <Helmet
        titleTemplate={`${title} | %s | ${appTitle}`}
        defaultTitle={`${title} | ${appTitle}`}
      />
      {children}
    </main>
  );
}
