import { define } from '../base/define.ts';
import { PorticoPlayground } from './portico-playground.ts';

define('portico-playground', PorticoPlayground);
