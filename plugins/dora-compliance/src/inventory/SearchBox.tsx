import { SearchField } from '@backstage/ui';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from '../translation/useTranslation';

const PAUSE_MS = 300;

/** Searches for the typed text after a pause in typing. */
export function SearchBox(props: {
  value: string;
  onChange: (value: string) => void;
  /** What is searched; the inventory by default. */
  label?: string;
  hint?: string;
}) {
  const { value, onChange } = props;
  const { t } = useTranslation();
  const { label = t('inventory.search') } = props;
  const { hint = t('inventory.searchHint') } = props;
  const [text, setText] = useState(value);
  const searched = useRef(value);
  const timer = useRef<ReturnType<typeof setTimeout>>();

  useEffect(() => {
    // Changed from outside, e.g. by clearing the filters.
    if (value !== searched.current) {
      searched.current = value;
      setText(value);
    }
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const type = (typed: string) => {
    setText(typed);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      searched.current = typed.trim();
      onChange(searched.current);
    }, PAUSE_MS);
  };
  return (
    <SearchField
      aria-label={label}
      placeholder={hint}
      size="small"
      value={text}
      onChange={type}
    />
  );
}
