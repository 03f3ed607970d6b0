import { useApi } from '@backstage/core-plugin-api';
import { Link, Text } from '@backstage/ui';
import type { ControlDescription } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  doraComplianceApiRef,
  useLoaded,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { RiArrowLeftLine } from '@remixicon/react';
import { Helmet } from 'react-helmet';
import { useParams } from 'react-router-dom';
import { LensLink } from '../lens/LensLink';
import { Failure } from '../failure/Failure';
import { Loading } from '../loading/Loading';
import { useRouteOrNone } from '../page/useRouteOrNone';
import { ControlParameters } from '../tab/ControlParameters';
import { Crosswalks } from '../tab/Crosswalks';
import { describeScope } from '../tab/describeScope';
import { NotCovered } from '../tab/NotCovered';
import { Section } from '../tab/Section';
import tab from '../tab/tab.module.css';
import { useTranslation } from '../translation/useTranslation';
import { controlsRouteRef } from './controlsRouteRef';
import { describeSeverity } from './describeSeverity';
import { EvidenceGivers } from './EvidenceGivers';
import { ProvisionTexts } from './ProvisionTexts';
import { Requirements } from './Requirements';
import { WhatIf } from './whatIf/WhatIf';
import { WhoFails } from './WhoFails';

/** The page of the control in the address. */
export function ControlOverview() {
  const { controlId = '' } = useParams();
  const { t } = useTranslation();
  const api = useApi(doraComplianceApiRef);
  const toAll = useRouteOrNone(controlsRouteRef);
  const { value, error, reload } = useLoaded(`control:${controlId}`, () =>
    api.describeControl(controlId),
  );
  return (
    <>
      {toAll && (
        <Link href={toAll()} className={tab.back}>
          <RiArrowLeftLine size={16} aria-hidden />
          {t('compliance.allControls')}
        </Link>
      )}
      {error && (
        <Failure
          what={{ title: t('controls.notLoaded') }}
          error={error}
          onRetry={reload}
        />
      )}
      {!value && !error && <Loading hasHeading blocks={[120, 240]} />}
      {value && <Overview key={controlId} view={value} />}
    </>
  );
}

function Overview({ view }: { view: ControlDescription }) {
  const { control } = view;
  const { t } = useTranslation();
  const name = t('compliance.control', {
    code: control.code,
    title: control.title,
  });
  return (
    <>
      <Helmet title={name} />
      <Text as="h2" variant="title-small" weight="bold">
        {name}
      </Text>
      <Text>{control.objective}</Text>
      <Text color="secondary">
        {t('lens.area', { area: t(`organization.area.${control.lens.area}`) })}{' '}
        <LensLink />
      </Text>
      <Text color="secondary">{describeSeverity(control.severity, t)}</Text>
      <Section title={t('compliance.law')}>
        <ProvisionTexts provisions={view.provisions} />
      </Section>
      <Section title={t('controls.requirements')}>
        <Requirements control={control} />
      </Section>
      <Section title={t('controls.appliesTo')}>
        <Text>
          {t('compliance.scope.appliesTo', {
            condition: describeScope(control.appliesTo, t),
          })}
        </Text>
      </Section>
      <Section title={t('controls.remediation')}>
        <Text>{control.remediation}</Text>
      </Section>
      <NotCovered control={control} />
      {control.parameters && (
        <Section title={t('compliance.parameters')}>
          <ControlParameters control={control} />
        </Section>
      )}
      <Section title={t('compliance.reads')}>
        <EvidenceGivers reads={view.reads} />
      </Section>
      <Crosswalks control={control} />
      <WhatIf control={control} />
      <WhoFails control={control} />
    </>
  );
}
