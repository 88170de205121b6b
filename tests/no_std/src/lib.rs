//! What a machine without an operating system provides: a handler of panics and memory. If anything in the tree linked std,
//! there would be two handlers, and no library.
#![no_std]

use core::alloc::{GlobalAlloc, Layout};
use core::panic::PanicInfo;

struct Memory;

// SAFETY: memory that is never given is never misused.
unsafe impl GlobalAlloc for Memory {
    unsafe fn alloc(&self, _: Layout) -> *mut u8 {
        core::ptr::null_mut()
    }

    unsafe fn dealloc(&self, _: *mut u8, _: Layout) {}
}

#[global_allocator]
static MEMORY: Memory = Memory;

#[panic_handler]
fn panic(_: &PanicInfo<'_>) -> ! {
    loop {}
}

/// The number of entities in a text of so many bytes.
///
/// # Safety
///
/// The bytes are readable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn entities(text: *const u8, len: usize) -> usize {
    // SAFETY: as the caller promises.
    let bytes = unsafe { core::slice::from_raw_parts(text, len) };
    gongwen::ParseOptions::new().parse_bytes(bytes).map_or(0, |document| document.entities().len())
}
