import { createElement, forwardRef, useCallback, useEffect, useLayoutEffect, useRef, type ForwardRefExoticComponent, type RefAttributes } from 'react';

type Props = Readonly<Record<string, unknown>>;

/** On a server there is no layout, and React warns of its effects. */
const useBeforePaint = typeof document === 'undefined' ? useEffect : useLayoutEffect;

/**
 * A component around a custom element, for React 18 (which sets attributes only and knows no foreign events) and 19.
 * `properties` are set on the element, `events` maps `onPortalReady` to `portal-ready`; all else becomes an attribute.
 * `load` fetches the element once something is shown, so a server can import and render this.
 */
export function wrap(tag: string, properties: readonly string[], events: Readonly<Record<string, string>>, load: () => Promise<unknown>): ForwardRefExoticComponent<Omit<Props, 'ref'> & RefAttributes<Element>> {
  const component = forwardRef<Element, Props>((props, outer) => {
    const element = useRef<Element | null>(null);
    const latest = useRef(props);
    useBeforePaint(() => {
      const before = latest.current;
      latest.current = props;
      for (const name of properties) {
        if (props[name] !== undefined || before[name] !== undefined) Object.assign(element.current ?? {}, { [name]: props[name] });
      }
    });
    useBeforePaint(() => {
      const { current } = element;
      const listening = new AbortController();
      for (const [prop, name] of Object.entries(events)) {
        current?.addEventListener(name, (event) => {
          const listener = latest.current[prop];
          if (typeof listener === 'function') listener(event);
        }, { signal: listening.signal });
      }
      load().catch(() => current?.setAttribute('data-portal-error', 'unreachable'));
      return () => listening.abort();
    }, []);
    const rest = Object.entries(props).filter(([name]) => !properties.includes(name) && !(name in events));
    const ref = useCallback((made: Element | null): void => {
      element.current = made;
      if (typeof outer === 'function') outer(made);
      else if (outer) outer.current = made;
    }, [outer]);
    // React up to 18 passes `className` on to custom elements as it stands.
    const attributes = Object.fromEntries(rest.map(([name, value]) => [name === 'className' ? 'class' : name, value]));
    return createElement(tag, { ...attributes, ref });
  });
  component.displayName = tag;
  return component;
}
