import '@angular/compiler';
import '@portico/elements';
import { Component, CUSTOM_ELEMENTS_SCHEMA, provideZonelessChangeDetection, signal } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';

class App {
  business = window.place.business;
  apiUrl = window.place.apiUrl;
  said = signal('');
  theme = signal('auto');
  ready({ detail }) {
    this.said.set(`ready: ${detail.business}`);
  }
}

// In TypeScript this is the decorator @Component({ … }) on the class.
Component({
  selector: '#app',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <portal-bookings class="book" [business]="business" [attr.api-url]="apiUrl" [theme]="theme()" (portal-ready)="ready($event)">
      <a [href]="apiUrl + '/p/' + business">Book online</a>
    </portal-bookings>
    <button (click)="theme.set('dark')">Dark</button>
    <p id="said">{{ said() }}</p>`,
})(App);

bootstrapApplication(App, { providers: [provideZonelessChangeDetection()] });
