import { Text } from '@backstage/ui';
import type { CitedProvision } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { nameProvision } from '../tab/nameProvision';
import tab from '../tab/tab.module.css';
import { useTranslation } from '../translation/useTranslation';

/** What each provision says, and whether it requires the control or is supported. */
export function ProvisionTexts(props: {
  provisions: readonly CitedProvision[];
}) {
  const { t } = useTranslation();
  return (
    <>
      <ul className={tab.sentences}>
        {props.provisions.map(provision => (
          <li key={`${provision.relation} ${provision.act} ${provision.ref}`}>
            <Text as="span" weight="bold">
              {t(`controls.relation.${provision.relation}`, {
                provision: nameProvision(provision, t),
              })}
            </Text>
            {provision.texts.map(({ ref, text }) => (
              <Text as="p" key={ref}>
                {text}
              </Text>
            ))}
          </li>
        ))}
      </ul>
      <Text variant="body-small" color="secondary">
        {t('controls.relationNote')}
      </Text>
    </>
  );
}
