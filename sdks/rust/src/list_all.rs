//! Every item of a list, page by page.

use crate::{Cursor, Result};

/// A page as every list of the contract answers it.
pub trait Page {
    /// What the list is of.
    type Item;

    /// Its items, the cursor of the next page, and whether there is nothing more now.
    fn into_parts(self) -> (Vec<Self::Item>, Cursor, bool);
}

/// Every item of a list there is now.
///
/// ```no_run
/// # fn example(client: stegos::Client, account_id: stegos::AccountId) -> stegos::Result<()> {
/// use stegos::{list_all, AccountHistoryParams};
///
/// for entry in list_all(|cursor| client.account().history(AccountHistoryParams::new(&account_id).cursor(cursor))) {
///     println!("{}", entry?.amount);
/// }
/// # Ok(())
/// # }
/// ```
pub fn list_all<P: Page, F: FnMut(Option<Cursor>) -> Result<P>>(read_page: F) -> ListAll<P, F> {
    ListAll { read_page, page: Vec::new().into_iter(), next: None, complete: false }
}

/// What [`list_all`] gives. It ends after the first error.
#[derive(Debug)]
pub struct ListAll<P: Page, F> {
    read_page: F,
    page: std::vec::IntoIter<P::Item>,
    next: Option<Cursor>,
    complete: bool,
}

impl<P: Page, F: FnMut(Option<Cursor>) -> Result<P>> Iterator for ListAll<P, F> {
    type Item = Result<P::Item>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(item) = self.page.next() {
                return Some(Ok(item));
            }
            if self.complete {
                return None;
            }
            match (self.read_page)(self.next.take()) {
                Ok(page) => {
                    let (items, next, complete) = page.into_parts();
                    self.page = items.into_iter();
                    self.next = Some(next);
                    self.complete = complete;
                }
                Err(error) => {
                    self.complete = true;
                    return Some(Err(error));
                }
            }
        }
    }
}
