'use client';
/**
 * The frame of the preview with its own bar in place of Payload's, which knows no languages and moves only by dragging.
 * Payload asks for a new address after each save, and a new address draws the page anew.
 */
import preview from '@charterpress/shared/strings/preview.json' with { type: 'json' };
import { useLivePreviewContext } from '@payloadcms/ui';
import { useEffect, useId, useRef, useState } from 'react';
import { filled } from '../words/filled.ts';
import { OnPhone } from './on-phone.tsx';

const { window: words } = preview;

type Language = { readonly tag: string; readonly name: string };
type Size = { readonly name: string; readonly label: string; readonly width: number };

export function PreviewFrame({ languages }: { languages: readonly Language[] }) {
  const { breakpoints, isLivePreviewing, shouldRenderIframe, url } = useLivePreviewContext();
  const sizes = (breakpoints ?? []).filter(({ width }) => typeof width === 'number') as Size[];
  const [language, setLanguage] = useState(languages[0]?.tag ?? '');
  const [size, setSize] = useState(sizes[0]?.name);
  const heading = useId();
  if (!isLivePreviewing) return null;
  const shown = sizes.find(({ name }) => name === size);
  const name = languages.find(({ tag }) => tag === language)?.name ?? language;
  return (
    <section
      aria-labelledby={heading}
      className="live-preview-window live-preview-window--is-live-previewing desk-preview"
    >
      <header className="desk-preview__bar">
        <h2 className="desk-hidden" id={heading}>
          {words.label}
        </h2>
        <label>
          {words.language}{' '}
          <select
            id="desk-preview-language"
            onChange={(event) => setLanguage(event.target.value)}
            value={language}
          >
            {languages.map((each) => (
              <option key={each.tag} value={each.tag}>
                {each.name}
              </option>
            ))}
          </select>
        </label>
        <Widths onChoose={setSize} size={size} sizes={sizes} />
        <a href={url + language} rel="noreferrer" target="_blank">
          {words.newTab}
        </a>
        <OnPhone language={language} />
      </header>
      <p className="desk-preview__saved">{words.saved}</p>
      {shouldRenderIframe && url !== '' && (
        <Frame
          key={url}
          src={url + language}
          title={filled(words.frame, { language: name })}
          width={shown?.width ?? 360}
        />
      )}
    </section>
  );
}

function Widths(props: {
  readonly sizes: readonly Size[];
  readonly size: string | undefined;
  readonly onChoose: (name: string) => void;
}) {
  const name = useId();
  return (
    <fieldset className="desk-preview__widths">
      <legend className="desk-hidden">{words.width}</legend>
      {props.sizes.map((each) => (
        <label key={each.name}>
          <input
            checked={each.name === props.size}
            name={name}
            onChange={() => props.onChoose(each.name)}
            type="radio"
            value={each.name}
          />{' '}
          {each.label}
        </label>
      ))}
    </fieldset>
  );
}

/** As wide as the device that is looked at; made smaller as a whole where the desk has less room. */
function Frame({ src, title, width }: { src: string; title: string; width: number }) {
  const place = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState({ width, height: 740 });
  useEffect(() => {
    const here = place.current;
    if (here === null) return;
    const look = () => setRoom({ width: here.clientWidth, height: here.clientHeight });
    const observer = new ResizeObserver(look);
    observer.observe(here);
    return () => observer.disconnect();
  }, []);
  const scale = Math.min(1, room.width / width);
  return (
    <div className="desk-preview__place" ref={place}>
      <iframe
        id="live-preview-iframe"
        src={src}
        style={{ width, height: room.height / scale, transform: `scale(${scale})` }}
        title={title}
      />
    </div>
  );
}
