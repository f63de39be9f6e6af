import { useEffect } from 'react';
import { useFormats } from './clinic-time.ts';

/** Whatever is printed comes on the clinic's paper. */
export function usePaper(): void {
  const { paper } = useFormats();
  useEffect(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`@page { size: ${paper}; }`);
    document.adoptedStyleSheets.push(sheet);
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    };
  }, [paper]);
}
