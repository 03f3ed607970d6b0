import { SearchField } from '@backstage/ui';
import { useEffect, useRef, useState } from 'react';

const PAUSE_MS = 300;

/** Passes on what is typed once typing pauses. */
export function SearchBox(props: {
  value: string;
  onChange: (value: string) => void;
}) {
  const { value, onChange } = props;
  const [text, setText] = useState(value);
  const passedOn = useRef(value);
  const timer = useRef<ReturnType<typeof setTimeout>>();

  useEffect(() => {
    // Changed from outside, e.g. by clearing the filters.
    if (value !== passedOn.current) {
      passedOn.current = value;
      setText(value);
    }
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const type = (typed: string) => {
    setText(typed);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      passedOn.current = typed.trim();
      onChange(passedOn.current);
    }, PAUSE_MS);
  };
  return (
    <SearchField
      aria-label="Search assets"
      placeholder="Title, reference or identifier"
      size="small"
      value={text}
      onChange={type}
    />
  );
}
