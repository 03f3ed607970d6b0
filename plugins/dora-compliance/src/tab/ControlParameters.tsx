import { Text } from '@backstage/ui';
import {
  type Control,
  Criticality,
  type Parameter,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { useTranslation } from '../translation/useTranslation';
import styles from './tab.module.css';
import { useWriting } from './useWriting';

/** The parameters of a control, where they come from, and what was changed. */
export function ControlParameters({ control }: { control: Control }) {
  return (
    <ul className={styles.sentences}>
      {Object.entries(control.parameters ?? {}).map(([name, parameter]) => (
        <li key={name}>
          <Values name={name} parameter={parameter} />
          <Override parameter={parameter} />
        </li>
      ))}
    </ul>
  );
}

function Values({ name, parameter }: { name: string; parameter: Parameter }) {
  const { t } = useTranslation();
  const { basis } = parameter;
  const write = useWriting();
  const isSame =
    new Set(Criticality.options.map(level => write(parameter[level]))).size ===
    1;
  return (
    <Text as="p">
      {isSame
        ? t('compliance.parameter.same', {
            name,
            value: write(parameter.standard),
          })
        : t('compliance.parameter.byLevel', {
            name,
            critical: write(parameter['critical-or-important']),
            important: write(parameter.important),
            standard: write(parameter.standard),
          })}{' '}
      {basis === 'policy'
        ? t('compliance.parameter.policy')
        : t('compliance.parameter.law', {
            provision: t('compliance.provision', {
              act: basis.act.replace('-', ' '),
              article: basis.ref,
            }),
          })}
    </Text>
  );
}

/** Why the configuration sets other values than the control. */
function Override({ parameter: { override } }: { parameter: Parameter }) {
  const { t } = useTranslation();
  const write = useWriting();
  if (!override) {
    return null;
  }
  const { before, rationale, approvedBy, approvedOn } = override;
  return (
    <Text as="p" color="secondary">
      {t('compliance.parameter.override', {
        critical: write(before['critical-or-important']),
        important: write(before.important),
        standard: write(before.standard),
        rationale,
      })}
      {approvedBy && approvedOn
        ? ` ${t('compliance.parameter.approved', {
            person: approvedBy,
            day: approvedOn,
          })}`
        : ''}
    </Text>
  );
}
