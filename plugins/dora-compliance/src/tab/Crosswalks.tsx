import { Text } from '@backstage/ui';
import type { Control } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { useTranslation } from '../translation/useTranslation';
import { Section } from './Section';

/** Other frameworks about the same, one sentence for each. */
export function Crosswalks({
  control: { crosswalks = [] },
}: {
  control: Control;
}) {
  const { t } = useTranslation();
  const frameworks = [...new Set(crosswalks.map(one => one.framework))];
  return frameworks.length > 0 ? (
    <Section title={t('compliance.crosswalks')}>
      {frameworks.map(framework => (
        <Text key={framework}>
          {t('compliance.crosswalk', {
            framework,
            refs: crosswalks
              .filter(one => one.framework === framework)
              .map(({ ref }) => ref),
          })}
        </Text>
      ))}
    </Section>
  ) : null;
}
