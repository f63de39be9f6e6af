import { Search, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import styles from './filters.module.css';

const WAIT_MS = 250;

/** Looks for words in names and record numbers while they are typed. */
export function NameSearch({ words, onLook }: { readonly words: string; readonly onLook: (words: string) => void }) {
  const [typed, setTyped] = useState(words);
  const [known, setKnown] = useState(words);
  const input = useRef<HTMLInputElement>(null);
  // Changed from elsewhere: back in the browser, or all filters taken away.
  if (words !== known) {
    setKnown(words);
    if (words.trim() !== typed.trim()) setTyped(words);
  }
  useEffect(() => {
    if (typed.trim() === words.trim()) return;
    const timer = setTimeout(() => onLook(typed.trim()), WAIT_MS);
    return () => clearTimeout(timer);
  }, [typed, words, onLook]);
  return (
    <search className={styles.search}>
      <Search size={16} aria-hidden="true" />
      <input
        ref={input}
        type="search"
        aria-label="Patient or record number"
        placeholder="Patient or MRN"
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {typed !== '' && (
        <button
          type="button"
          aria-label="Clear the search"
          onClick={() => {
            setTyped('');
            onLook('');
            input.current?.focus();
          }}
        >
          <X size={16} aria-hidden="true" />
        </button>
      )}
    </search>
  );
}
