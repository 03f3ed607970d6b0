import { Link, Text } from '@backstage/ui';
import type { ProductionChangeView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  RelativeTime,
  StatusBadge,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { useState } from 'react';
import { useTranslation } from '../../translation/useTranslation';
import tab from '../tab.module.css';
import { useTabAddress } from '../useTabAddress';
import { ChainStep } from './ChainStep';
import type { DeploymentName } from './deploymentAddress';
import styles from './production.module.css';
import { Verdicts } from './Verdicts';

/** One deployment in a line; opens to its chain and its verdicts. */
export function ProductionChange({ change }: { change: ProductionChangeView }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const { toDeployment } = useTabAddress();
  const { steps, verdicts } = change;
  return (
    <li className={tab.row}>
      <button
        type="button"
        className={tab.toggle}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <span aria-hidden>{open ? '▾' : '▸'}</span>
        <StatusBadge status={change.status} />
        <span>
          <Headline change={change} />
          <br />
          <Gaps steps={steps} />
        </span>
      </button>
      {open && (
        <div className={styles.opened}>
          <Text as="h4" weight="bold">
            {t('production.chain')}
          </Text>
          <ol className={styles.chain}>
            {steps.map(step => (
              <ChainStep key={step.step} step={step} />
            ))}
          </ol>
          <Text as="h4" weight="bold">
            {t('production.verdicts')}
          </Text>
          <Verdicts verdicts={verdicts} />
          <Link href={toDeployment(nameDeployment(change))}>
            {t('production.open')}
          </Link>
        </div>
      )}
    </li>
  );
}

function nameDeployment({
  deployment: id,
  environment,
  at,
}: ProductionChangeView): DeploymentName {
  return { deployment: { id, environment }, at };
}

/** What was deployed where, when and by whom. */
function Headline({ change }: { change: ProductionChangeView }) {
  const { environment, deployers, at, steps } = change;
  const { t } = useTranslation();
  const [first] =
    steps.find(({ step, items }) => step === 'change' && items.length > 0)
      ?.items ??
    steps.find(({ step }) => step === 'commits')?.items ??
    [];
  return (
    <>
      <Text weight="bold">{first?.title ?? t('production.unknownCommit')}</Text>{' '}
      <Text variant="body-small" color="secondary">
        {deployers.length > 0
          ? t('production.deployedBy', { environment, people: deployers })
          : t('production.deployed', { environment })}{' '}
        <RelativeTime instant={at} isStatic />
      </Text>
    </>
  );
}

/** The steps that are not known, in words. */
function Gaps({ steps }: Pick<ProductionChangeView, 'steps'>) {
  const { t } = useTranslation();
  const list = (state: 'failed' | 'missing') =>
    steps
      .filter(one => one.state === state)
      .map(({ step }) => t(`production.step.${step}`));
  const [failed, missing] = [list('failed'), list('missing')];
  if (failed.length + missing.length === 0) {
    return <Text>{t('production.complete')}</Text>;
  }
  return (
    <Text>
      {failed.length > 0 && t('production.failedSteps', { steps: failed })}{' '}
      {missing.length > 0 && t('production.missingSteps', { steps: missing })}
    </Text>
  );
}
